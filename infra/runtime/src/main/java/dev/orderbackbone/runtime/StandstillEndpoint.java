package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.Requires;
import io.micronaut.management.endpoint.annotation.Delete;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import io.micronaut.management.endpoint.annotation.Write;
import java.time.Duration;
import java.util.UUID;

/**
 * Makes the service stop deciding for seconds: POST /standstill begins, GET /standstill/{id} tells how far it is, DELETE /standstill/{id} ends it.
 * Inputs wait in the log meanwhile; orders are taken in. Whoever asked and died is waited for {@link #LONGEST} at most.
 */
@Endpoint(id = "standstill", defaultSensitive = false)
@Requires(beans = StreamsProcess.class)
final class StandstillEndpoint {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final StreamsProcess process;

    StandstillEndpoint(StreamsProcess process) {
        this.process = process;
    }

    /**
     * Begins.
     *
     * @param seconds for which it is held unless it is ended before, 1 to 10.
     */
    @Write
    Standstill begin(int seconds) {
        String id = UUID.randomUUID().toString();
        process.hold(id, Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST.toSeconds())));
        return process.standstill(id);
    }

    @Read
    Standstill look(@Selector String id) {
        return process.standstill(id);
    }

    /** Ends it; the answer tells whether it had been held up to now. */
    @Delete
    Standstill end(@Selector String id) {
        Standstill last = process.standstill(id);
        process.release(id);
        return last;
    }
}
