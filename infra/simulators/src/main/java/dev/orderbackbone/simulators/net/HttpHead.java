package dev.orderbackbone.simulators.net;

import org.jspecify.annotations.Nullable;

/**
 * Looks headers up in the raw head of a request. Four are asked for per request; making a map of all of them would
 * cost more than looking four times.
 */
final class HttpHead {

    private HttpHead() {}

    static @Nullable String header(String head, String name) {
        for (int lineStart = nextLine(head, 0); lineStart < head.length(); lineStart = nextLine(head, lineStart)) {
            int colon = lineStart + name.length();
            if (colon < head.length()
                    && head.charAt(colon) == ':'
                    && head.regionMatches(true, lineStart, name, 0, name.length())) {
                return head.substring(colon + 1, lineEnd(head, colon)).strip();
            }
        }
        return null;
    }

    private static int nextLine(String head, int from) {
        int lineFeed = head.indexOf('\n', from);
        return lineFeed < 0 ? head.length() : lineFeed + 1;
    }

    private static int lineEnd(String head, int from) {
        int lineFeed = head.indexOf('\n', from);
        return lineFeed < 0 ? head.length() : lineFeed;
    }
}
