package dev.orderbackbone.projection.flow;

import org.apache.kafka.common.TopicPartition;

/**
 * A kind of record that no row comes from.
 *
 * @param partition where it stands.
 * @param outcome what was done with it.
 * @param reason one of a small, fixed set.
 */
public record SetAside(TopicPartition partition, Outcome outcome, String reason) {

    /** What is done with a record that no row comes from. */
    public enum Outcome {
        /** It rightly changes nothing. */
        IGNORED,
        /** It cannot be read or stored, and lies on the parked topic. */
        PARKED
    }
}
