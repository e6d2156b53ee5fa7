package dev.orderbackbone.operator.lag;

/** Two looks at one consumer in one partition. */
record Marks(Mark first, Mark second) {
    /** More offsets than this in a partition are not read one by one. */
    static final long MOST_READ = 10_000;

    /** Whether so few offsets are concerned that the records among them are counted. */
    boolean isCounted() {
        return second.end() - first.position() <= MOST_READ;
    }

    /** First offset to be read. */
    long from() {
        return isCounted() ? first.position() : second.position();
    }

    /** Offset after the last one to be read. */
    long to() {
        return Math.min(second.end(), from() + MOST_READ);
    }
}
