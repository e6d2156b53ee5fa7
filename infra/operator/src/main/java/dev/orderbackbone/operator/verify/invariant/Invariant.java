package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.schemas.Topic;
import java.util.Set;

/** One of the laws that are audited. */
public interface Invariant {
    /** Which one. */
    Law law();

    /** The topics that its desks must see. */
    Set<Topic> reads();

    /** Opens the desk of one partition of the topics that are keyed by order id. */
    Desk open(Slice slice);

    /** Opens the desk of the topics that are not. It concludes before any other is opened. */
    default Desk openShared() {
        return Desk.IDLE;
    }

    /** Judges what can only be judged when every desk has concluded. */
    default void conclude() {}
}
