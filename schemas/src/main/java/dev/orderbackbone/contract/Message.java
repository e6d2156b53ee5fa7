package dev.orderbackbone.contract;

/** Anything that travels on a topic of the backbone. Each message type stands in exactly one topic of the catalogue. */
public interface Message {
    /** What every message starts with. */
    Meta meta();
}
