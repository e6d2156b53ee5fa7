package dev.orderbackbone.operator.lag;

/** What becomes of a lag. */
enum Trend {
    CAUGHT_UP("caught up"),
    GROWS("grows"),
    SHRINKS("shrinks"),
    STANDS_STILL("stands still");

    private final String words;

    Trend(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
