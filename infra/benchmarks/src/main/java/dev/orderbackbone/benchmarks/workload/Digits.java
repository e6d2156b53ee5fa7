package dev.orderbackbone.benchmarks.workload;

/** Names that end in a number of fixed width. A formatter would cost more than the order that it names. */
final class Digits {
    private static final int BASE = 10;

    private Digits() {}

    /** The text with its last digits, all zeros, replaced by the number's. */
    static String into(String zeros, int number) {
        char[] text = zeros.toCharArray();
        int left = number;
        for (int place = text.length - 1; left > 0; place--) {
            text[place] = (char) ('0' + left % BASE);
            left /= BASE;
        }
        return new String(text);
    }
}
