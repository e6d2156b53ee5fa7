package dev.orderbackbone.projection.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the log is projected ({@code projection.*}; as environment variables {@code PROJECTION_...}).
 *
 * @param enabled whether this process projects.
 * @param threads projector threads, 1 or more; partitions are divided among them by their number, so more than there are partitions are idle.
 * @param mostRecords in one transaction, 1 to 100,000.
 * @param linger how long records are gathered for one transaction: the latency of the read models while little happens, and the saving
 *     while much does; 0 to 10 s.
 * @param enoughBytes of records for a transaction not to gather any longer.
 * @param heartbeat how often a projector says that it is there and looks at the ends of its partitions.
 * @param takeover after which silence of a projector a waiting one takes over; at least twice the heartbeat.
 * @param longestPause between two attempts when the database, the broker or the registry does not answer.
 * @param readVersion which version of the read models to project into; 0 for the live one, or 1 where there is none.
 */
@ConfigurationProperties("projection")
public record ProjectionSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "1") int threads,
        @Bindable(defaultValue = "2000") int mostRecords,
        @Bindable(defaultValue = "30ms") Duration linger,
        @Bindable(defaultValue = "65536") int enoughBytes,
        @Bindable(defaultValue = "1s") Duration heartbeat,
        @Bindable(defaultValue = "5s") Duration takeover,
        @Bindable(defaultValue = "5s") Duration longestPause,
        @Bindable(defaultValue = "0") int readVersion) {

    /** Checks the ranges. */
    public ProjectionSettings {
        require(threads >= 1, "projection.threads must be 1 or more, but is " + threads);
        require(
                mostRecords >= 1 && mostRecords <= 100_000,
                "projection.most-records must be 1 to 100,000, but is " + mostRecords);
        require(
                !linger.isNegative() && linger.toSeconds() < 10,
                "projection.linger must be 0 to 10 s, but is " + linger);
        require(enoughBytes >= 1, "projection.enough-bytes must be 1 or more, but is " + enoughBytes);
        require(heartbeat.toMillis() >= 10, "projection.heartbeat must be 10 ms or more, but is " + heartbeat);
        require(
                takeover.compareTo(heartbeat.multipliedBy(2)) >= 0,
                "projection.takeover must be at least twice the heartbeat, but is " + takeover);
        require(longestPause.toMillis() >= 1, "projection.longest-pause must be 1 ms or more, but is " + longestPause);
        require(readVersion >= 0, "projection.read-version must not be negative, but is " + readVersion);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
