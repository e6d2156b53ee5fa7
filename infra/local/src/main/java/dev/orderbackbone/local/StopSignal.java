package dev.orderbackbone.local;

/** The signal that asks a process to end in good order. */
public enum StopSignal {
    /** What a JVM understands. */
    TERM,

    /** PostgreSQL's "fast shutdown"; on TERM it would wait until the last client has gone by itself. */
    INT;

    void sendTo(ProcessHandle process) {
        switch (this) {
            case TERM -> process.destroy();
            case INT -> Signals.send(name(), process.pid());
        }
    }
}
