package dev.orderbackbone.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How we tell the registry who we are. Secrets do not show in {@code toString}. */
public sealed interface Authentication {
    /** The value of the Authorization header; empty where there is none. */
    Optional<String> header();

    /** Not at all. */
    record None() implements Authentication {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }
    }

    /** With user and password (RFC 7617). */
    record Basic(String user, String password) implements Authentication {
        @Override
        public Optional<String> header() {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + "]";
        }
    }

    /** With a token (RFC 6750). */
    record Bearer(String token) implements Authentication {
        @Override
        public Optional<String> header() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
