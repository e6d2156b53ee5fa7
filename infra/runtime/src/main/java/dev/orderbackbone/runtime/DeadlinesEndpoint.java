package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.management.endpoint.annotation.Selector;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** GET /deadlines/{key}: when this process looks at an order again though nothing comes in. */
@Endpoint(id = "deadlines", defaultSensitive = false)
@Requires(beans = StreamsProcess.class)
final class DeadlinesEndpoint {
    private final StreamsProcess process;

    DeadlinesEndpoint(StreamsProcess process) {
        this.process = process;
    }

    /** The deadline; 503 while states move between processes or are being restored. */
    @Read
    KeyDeadline look(@Selector String key) {
        try {
            return process.deadlineOf(key);
        } catch (InvalidStateStoreException moving) {
            throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "states move or are being restored");
        }
    }
}
