package dev.orderbackbone.acceptance.stack;

import java.util.Locale;

/** Which broker the tests run on: the system property {@code backbone.kafka}. */
enum KafkaChoice {
    /** The distribution's, as a process like all others. */
    BUNDLED,
    /** One in a container, by Testcontainers; needs a Docker engine. */
    TESTCONTAINERS;

    static KafkaChoice ofUser() {
        String chosen = System.getProperty("backbone.kafka", BUNDLED.name());
        try {
            return valueOf(chosen.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "backbone.kafka=" + chosen + ": must be bundled or testcontainers", unknown);
        }
    }
}
