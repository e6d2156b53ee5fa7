package dev.orderbackbone.schemas.registry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@link RegistrySettings} from environment variables. */
final class RegistryEnvironment {
    private static final String PREFIX = "SCHEMA_REGISTRY_";
    private static final String URL = PREFIX + "URL";
    private static final String USER = PREFIX + "USER";
    private static final String PASSWORD = PREFIX + "PASSWORD";
    private static final String TOKEN = PREFIX + "TOKEN";
    private static final String CONNECT_TIMEOUT_MS = PREFIX + "CONNECT_TIMEOUT_MS";
    private static final String REQUEST_TIMEOUT_MS = PREFIX + "REQUEST_TIMEOUT_MS";
    private static final String ATTEMPTS = PREFIX + "ATTEMPTS";
    private static final String BACKOFF_MS = PREFIX + "BACKOFF_MS";
    private static final String START_TIMEOUT_MS = PREFIX + "START_TIMEOUT_MS";
    private static final Set<String> KNOWN = Set.of(
            URL, USER, PASSWORD, TOKEN, CONNECT_TIMEOUT_MS, REQUEST_TIMEOUT_MS, ATTEMPTS, BACKOFF_MS, START_TIMEOUT_MS);

    private final Map<String, String> environment;

    RegistryEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    RegistrySettings settings() {
        refuseUnknown();
        String urls = environment.get(URL);
        if (urls == null) {
            throw new IllegalArgumentException(URL + " is not set");
        }
        RegistrySettings defaults = RegistrySettings.of(urls);
        return new RegistrySettings(
                defaults.urls(),
                authentication(),
                duration(CONNECT_TIMEOUT_MS, defaults.connectTimeout()),
                duration(REQUEST_TIMEOUT_MS, defaults.requestTimeout()),
                Math.toIntExact(number(ATTEMPTS, defaults.attempts())),
                duration(BACKOFF_MS, defaults.backoff()),
                duration(START_TIMEOUT_MS, defaults.startTimeout()));
    }

    private void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith(PREFIX) || KNOWN.contains(name));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + "; known are " + new TreeSet<>(KNOWN));
        }
    }

    private Authentication authentication() {
        @Nullable String user = environment.get(USER);
        @Nullable String password = environment.get(PASSWORD);
        @Nullable String token = environment.get(TOKEN);
        if (token != null && (user != null || password != null)) {
            throw new IllegalArgumentException(
                    "set either " + TOKEN + " or " + USER + " and " + PASSWORD + ", not both");
        }
        if (token != null) {
            return new Authentication.Bearer(token);
        }
        if (user != null && password != null) {
            return new Authentication.Basic(user, password);
        }
        if (user != null || password != null) {
            throw new IllegalArgumentException(
                    USER + " and " + PASSWORD + " belong together, but only one of them is set");
        }
        return new Authentication.None();
    }

    private Duration duration(String name, Duration otherwise) {
        return Duration.ofMillis(number(name, otherwise.toMillis()));
    }

    private long number(String name, long otherwise) {
        String text = environment.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " must be a whole number, but is " + text, notANumber);
        }
    }
}
