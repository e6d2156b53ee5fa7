package dev.orderbackbone.inventory;

import dev.orderbackbone.local.ListenPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own, from the class path of the tests. */
final class ProjectorProcess implements AutoCloseable {
    private final Map<String, String> environment;
    private final int port = ListenPort.free();
    private final Path log;
    private @Nullable Process process;

    ProjectorProcess(Map<String, String> environment, Path folder) {
        this.environment = new HashMap<>(environment);
        this.environment.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        this.environment.put("STATE_DIR", folder.resolve("state").toString());
        this.log = folder.resolve("log");
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                InventoryProjector.class.getName()));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process = builder.start();
    }

    void killHard() throws InterruptedException {
        started().destroyForcibly().waitFor();
    }

    int stop() throws InterruptedException {
        started().destroy();
        return started().waitFor();
    }

    /** Status and body of an answer; what went wrong where there is none. */
    String get(String path) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException silence) {
            return silence.toString();
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    private Process started() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
