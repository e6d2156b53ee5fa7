package dev.orderbackbone.projection.flow;

import java.time.Instant;

/**
 * What a projector is doing.
 *
 * @param phase in a word.
 * @param detail in a sentence; empty where there is nothing to say.
 * @param since when it began.
 */
public record ProjectorState(Phase phase, String detail, Instant since) {

    /** What a projector can be doing. */
    public enum Phase {
        STARTING,
        /** It projects. */
        RUNNING,
        /** Another projector is at work; it waits until that one falls silent. */
        STANDBY,
        WAITING_FOR_DATABASE,
        WAITING_FOR_KAFKA,
        WAITING_FOR_REGISTRY,
        /** It cannot go on without a person; it tries again all the same. */
        FAILED,
        STOPPED
    }
}
