package dev.orderbackbone.schemas.registry;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a registry that is not there yet, says what it waits for, and gives up in the end. */
final class ColdStart {
    private static final Logger LOG = LoggerFactory.getLogger(ColdStart.class);
    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(5);
    private static final String CHEAP_REQUEST = "/schemas/types";
    private static final int ERRORS = 400;

    private final RegistryRequests requests;
    private final RegistrySettings settings;
    private final long startedNanos = System.nanoTime();
    private Duration saidAt = Duration.ZERO;

    ColdStart(RegistryRequests requests, RegistrySettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    void await() {
        Duration pause = settings.backoff();
        while (!answers()) {
            pause = Pause.thenDouble(pause);
        }
    }

    private boolean answers() {
        try {
            Answer answer = requests.once("GET", CHEAP_REQUEST, BodyPublishers.noBody());
            if (answer.status() >= ERRORS) {
                throw answer.refusal();
            }
            return true;
        } catch (RegistryUnavailableException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            waited(failure);
            return false;
        }
    }

    private void waited(RegistryUnavailableException failure) {
        Duration waited = Duration.ofNanos(System.nanoTime() - startedNanos);
        if (waited.compareTo(settings.startTimeout()) >= 0) {
            throw new RegistryUnavailableException(
                    "gave up the schema registry after " + waited.toSeconds() + " s: " + failure.getMessage(), failure);
        }
        if (saidAt.isZero() || waited.minus(saidAt).compareTo(BETWEEN_MESSAGES) >= 0) {
            saidAt = waited;
            LOG.warn(
                    "waiting for the schema registry for {} s (at most {} s): {}",
                    waited.toSeconds(),
                    settings.startTimeout().toSeconds(),
                    failure.getMessage());
        }
    }
}
