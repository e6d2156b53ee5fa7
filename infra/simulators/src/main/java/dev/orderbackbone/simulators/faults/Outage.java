package dev.orderbackbone.simulators.faults;

/** How a whole server can be away. */
public enum Outage {
    /** It is not. */
    NONE,
    /** It listens, and refuses every request as unavailable. */
    UNAVAILABLE,
    /** It does not listen; open connections are closed. */
    CLOSED
}
