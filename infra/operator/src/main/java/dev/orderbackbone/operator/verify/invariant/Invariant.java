package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.schemas.Topic;
import java.util.Set;

/** One of the laws that are audited. */
public interface Invariant {
    /** Which one. */
    Law law();

    /** The topics that its desks must see. */
    Set<Topic> reads();

    /** Opens the desk of some orders: it sees all of their records. */
    Desk open(Slice slice);

    /** Opens the desk of one partition of the topics that are keyed by order id: it sees every record, and must not ask what it says. */
    default Desk openPartition(int partition) {
        return Desk.IDLE;
    }

    /** Opens the desk of the topics that are not. It concludes before any other does, and they see their records at the same time. */
    default Desk openShared() {
        return Desk.IDLE;
    }

    /** Judges what can only be judged when every desk has concluded. */
    default void conclude() {}
}
