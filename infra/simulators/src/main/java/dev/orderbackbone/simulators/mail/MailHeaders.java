package dev.orderbackbone.simulators.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header section of a message, unfolded (RFC 5322, 2.2.3), and where the body begins. */
final class MailHeaders {

    private final Map<String, String> extra = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final int bodyStart;

    private MailHeaders(int bodyStart) {
        this.bodyStart = bodyStart;
    }

    static MailHeaders of(byte[] message) {
        int headEnd = headEnd(message);
        MailHeaders headers = new MailHeaders(Math.min(message.length, headEnd + 2));
        for (String line : unfolded(new String(message, 0, headEnd, StandardCharsets.UTF_8))) {
            headers.add(line);
        }
        return headers;
    }

    /** The first header of that name, in lower case; empty where absent. */
    String first(String lowerCaseName) {
        return others.getOrDefault(lowerCaseName, "");
    }

    /** Those that begin with X-. */
    Map<String, String> extra() {
        return extra;
    }

    /** Where the body begins: after the empty line, or at the end. */
    int bodyStart() {
        return bodyStart;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            return;
        }
        String name = line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (name.regionMatches(true, 0, "X-", 0, 2)) {
            extra.merge(name, value, (earlier, later) -> earlier + ", " + later);
        } else {
            others.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        }
    }

    /** Up to and including the line end of the last header. */
    private static int headEnd(byte[] message) {
        int lineStart = 0;
        for (int i = 1; i < message.length; i++) {
            if (message[i] == '\n' && message[i - 1] == '\r') {
                if (i - 1 == lineStart) {
                    return lineStart;
                }
                lineStart = i + 1;
            }
        }
        return message.length;
    }

    private static List<String> unfolded(String head) {
        List<String> lines = new ArrayList<>();
        for (String line : head.split("\r\n", -1)) {
            boolean continues = line.startsWith(" ") || line.startsWith("\t");
            if (continues && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.getLast() + line);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }
}
