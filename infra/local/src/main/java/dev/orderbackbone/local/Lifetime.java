package dev.orderbackbone.local;

/** How long a child process lives. */
public enum Lifetime {
    /** Until somebody stops it: what {@code ./backbone up} starts goes on after the command has ended. */
    OUTLIVES_LAUNCHER,

    /** At most as long as this JVM, also when that is killed with {@code kill -9}: what tests start. */
    ENDS_WITH_LAUNCHER
}
