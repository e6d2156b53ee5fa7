package dev.orderbackbone.operator.verify.evidence;

/**
 * Where a piece of evidence stands.
 *
 * @param source a topic, a ledger or a table.
 * @param partition of a topic; {@link #NONE} elsewhere.
 * @param offset of a record in its partition, or line of a ledger counted from 1; {@link #NONE} elsewhere.
 */
public record Place(String source, int partition, long offset) {
    /** Stands for a number that there is not. */
    public static final int NONE = -1;

    /** A line of a ledger. */
    public static Place line(String ledger, long line) {
        return new Place(ledger, NONE, line);
    }

    /** A table. */
    public static Place table(String name) {
        return new Place(name, NONE, NONE);
    }

    @Override
    public String toString() {
        if (partition != NONE) {
            return source + "/" + partition + "@" + offset;
        }
        return offset == NONE ? source : source + " line " + offset;
    }
}
