package dev.orderbackbone.orderevents.adapter.http;

import java.util.Arrays;
import java.util.List;

/**
 * Names one version of an order: the number of its last event.
 *
 * @param text as it stands in the ETag header, with its quotes.
 */
record EntityTag(String text) {
    private static final String WEAK = "W/";
    private static final String ANY = "*";

    static EntityTag of(int sequence) {
        return new EntityTag("\"" + sequence + "\"");
    }

    /** Whether it is among those of If-None-Match headers, by the weak comparison of RFC 9110. */
    boolean isAmong(List<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(ANY) || withoutWeakness(tag).equals(text));
    }

    private static String withoutWeakness(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
