package dev.orderbackbone.simulators.testing;

import dev.orderbackbone.simulators.Simulators;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real process, as an operator would start it, on free ports. */
public final class SimulatorProcess implements AutoCloseable {

    private static final Pattern GATEWAY = Pattern.compile("gateway (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern SMTP = Pattern.compile("smtp://127\\.0\\.0\\.1:(\\d+)");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final String readyLine;

    private SimulatorProcess(Process process, String readyLine) {
        this.process = process;
        this.readyLine = readyLine;
    }

    /** Starts it and waits for its ready line. */
    public static SimulatorProcess start(Path dataFolder, Map<String, String> settings) throws IOException {
        return start(List.of(), dataFolder, settings);
    }

    /** Starts it with files limited to so many KiB, so that its ledgers cannot be written any more at some time. */
    public static SimulatorProcess startWithFileLimit(long limitKib, Path dataFolder) throws IOException {
        return start(List.of("bash", "-c", "ulimit -f " + limitKib + "; exec \"$@\"", "bash"), dataFolder, Map.of());
    }

    /** Starts it and waits for its end. */
    public static Ended run(Map<String, String> settings, Path dataFolder, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = builder(List.of(), dataFolder, settings);
        builder.command().addAll(List.of(arguments));
        Path output = Files.createTempFile(dataFolder, "output", ".txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the process did not end");
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** How a process ended. */
    public record Ended(int exitCode, String output) {}

    public GatewayClient gateway() {
        return new GatewayClient(URI.create(found(GATEWAY)));
    }

    public int smtpPort() {
        return Integer.parseInt(found(SMTP));
    }

    public String readyLine() {
        return readyLine;
    }

    /** As the kernel's out-of-memory killer or a power cut of the process would. */
    public void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static SimulatorProcess start(List<String> wrapper, Path dataFolder, Map<String, String> settings)
            throws IOException {
        Process process = builder(wrapper, dataFolder, settings)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the process ended before it was ready");
        }
        return new SimulatorProcess(process, line);
    }

    private static ProcessBuilder builder(List<String> wrapper, Path dataFolder, Map<String, String> settings) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Simulators.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "GATEWAY_PORT", "0",
                        "GATEWAY_LATENCY_MS", "0",
                        "SMTP_PORT", "0",
                        "MAIL_HTTP_PORT", "0",
                        "SIMULATORS_DATA_DIR", dataFolder.toString()));
        builder.environment().putAll(settings);
        return builder;
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(readyLine);
        if (!matcher.find()) {
            throw new IllegalStateException("not in the ready line: " + readyLine);
        }
        return matcher.group(1);
    }
}
