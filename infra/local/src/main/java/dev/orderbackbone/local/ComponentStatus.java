package dev.orderbackbone.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How a component is.
 *
 * @param port what clients connect to.
 * @param pid empty when it is down.
 * @param residentBytes memory of its processes, shared pages counted once; 0 when it is down or the system does not tell.
 * @param uptime zero when it is down.
 * @param detail why it is not up, for people; empty when it is, or was never started.
 */
public record ComponentStatus(
        String name,
        Health health,
        int port,
        OptionalLong pid,
        long residentBytes,
        Duration uptime,
        String detail,
        Path log) {

    /** What can be said of a component. */
    public enum Health {
        UP,
        /** It runs, and cannot be used. */
        UNHEALTHY,
        DOWN
    }
}
