package dev.orderbackbone.schemas.registry;

import dev.orderbackbone.schemas.http.TimedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests to the registry: tries its addresses in turn, and again after a pause, as long as nobody answers. */
final class RegistryRequests {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int REDIRECTS = 300;

    private final RegistrySettings settings;
    private final HttpClient http;
    private volatile int preferred;

    RegistryRequests(RegistrySettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    Answer get(String path) {
        return answered("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body) {
        return answered("POST", path, BodyPublishers.ofString(body));
    }

    Answer put(String path, String body) {
        return answered("PUT", path, BodyPublishers.ofString(body));
    }

    /** The addresses, for messages. */
    String where() {
        List<URI> urls = settings.urls();
        return urls.size() == 1 ? urls.getFirst().toString() : urls.toString();
    }

    static String encoded(String pathSegment) {
        return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Asks every address once.
     *
     * @throws RegistryUnavailableException if none of them answers, or only with an error of its own.
     */
    Answer once(String method, String path, BodyPublisher body) {
        List<URI> urls = settings.urls();
        int first = preferred;
        @Nullable RegistryUnavailableException failure = null;
        for (int offset = 0; offset < urls.size(); offset++) {
            int index = (first + offset) % urls.size();
            try {
                Answer answer = send(method, urls.get(index), path, body);
                preferred = index;
                return answer;
            } catch (RegistryUnavailableException silent) {
                if (failure != null) {
                    silent.addSuppressed(failure);
                }
                failure = silent;
            }
        }
        if (failure == null) {
            throw new IllegalStateException("settings without a URL");
        }
        throw failure;
    }

    private Answer answered(String method, String path, BodyPublisher body) {
        Duration pause = settings.backoff();
        for (int attempt = 1; ; attempt++) {
            try {
                return successful(once(method, path, body));
            } catch (RegistryUnavailableException failure) {
                if (attempt >= settings.attempts()) {
                    throw new RegistryUnavailableException(
                            "after " + attempt + " attempts: " + failure.getMessage(), failure);
                }
            }
            pause = Pause.thenDouble(pause);
        }
    }

    private static Answer successful(Answer answer) {
        if (answer.status() >= REDIRECTS) {
            throw answer.refusal();
        }
        return answer;
    }

    private Answer send(String method, URI base, String path, BodyPublisher body) {
        URI address = URI.create(base.toString().replaceAll("/+$", "") + path);
        String request = method + " " + address;
        try {
            HttpResponse<String> response = TimedExchange.send(
                    http,
                    request(method, address, body),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                    settings.requestTimeout());
            Answer answer = Answer.of(request, response.statusCode(), response.body());
            if (answer.status() >= SERVER_ERRORS || answer.status() == TOO_MANY_REQUESTS) {
                throw new RegistryUnavailableException(answer.complaint(), null);
            }
            return answer;
        } catch (IOException silence) {
            throw new RegistryUnavailableException(request + " was not answered: " + reason(silence), silence);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(request + " was interrupted", interruption);
        }
    }

    private HttpRequest request(String method, URI address, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(method, body);
        settings.authentication().header().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static String reason(IOException silence) {
        String message = silence.getMessage();
        return silence.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
