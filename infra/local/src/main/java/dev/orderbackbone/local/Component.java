package dev.orderbackbone.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What runs as one child process. A value: it says how, and holds no process. */
public interface Component {

    /** What people call it: in progress, status, and file names. */
    String name();

    /** What it listens on; the first is what clients connect to. */
    List<ListenPort> ports();

    /** Makes on disk what the process needs; quick if it is there. Called when the process does not run. */
    default void prepare(DataFolder folder) {}

    /** What to run. */
    Program program(DataFolder folder);

    /** Variables of the process, added to those of this one. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Whether it can be used. */
    Probe probe(DataFolder folder);

    /** How it is asked to end. */
    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** How long it may take to end as asked before it is made to. */
    default Duration stopPatience() {
        return Duration.ofSeconds(20);
    }
}
