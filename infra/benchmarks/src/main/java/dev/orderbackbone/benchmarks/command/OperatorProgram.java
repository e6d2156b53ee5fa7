package dev.orderbackbone.benchmarks.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.cost.ProcessTable;
import dev.orderbackbone.local.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The operators' program, about one installation.
 *
 * @param data folder of the installation.
 * @param variables its settings.
 * @param progress is told now and then what the command says of how far it is, in the thread that runs it.
 */
public record OperatorProgram(
        Distribution distribution, Path data, Map<String, String> variables, Consumer<String> progress) {
    private static final String JAR = "infra-operator";

    /** What the user may have set about another installation. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("KAFKA_BOOTSTRAP_SERVERS|(SCHEMA_REGISTRY|DATASOURCE|BACKBONE)_.*|"
                    + "(SERVICES|ORDERS|GATEWAY|MAIL|WAREHOUSE)_URLS?");

    /** As in {@code ./backbone}. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow", "-Xshare:auto", "-XX:TieredStopAtLevel=1");

    /** As in {@code ./backbone}: what runs for long beside services gives way to them. */
    private static final List<String> GIVES_WAY = List.of("nice", "-n", "10");

    private static final String HEAP_OF_VERIFY = "-Xmx1700m";
    private static final Pattern RUNS_FOR_LONG = Pattern.compile("(projections rebuild|replay|verify|backup)\\b.*");

    private static final int BETWEEN_LOOKS_MS = 10;
    private static final long BETWEEN_TELLINGS = Duration.ofSeconds(10).toNanos();
    private static final int MOST_ERROR_CHARACTERS = 4_000;

    /** Copies the variables. */
    public OperatorProgram {
        variables = Map.copyOf(variables);
    }

    /**
     * Runs a command to its end.
     *
     * @throws BenchFailure if it cannot be started.
     */
    public Ran run(String... arguments) throws InterruptedException {
        String typed = String.join(" ", arguments);
        try {
            Path out = Files.createTempFile(data, "command", ".out");
            Path err = Files.createTempFile(data, "command", ".err");
            try {
                return run(typed, builder(typed, arguments), out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException failure) {
            throw new BenchFailure("'" + typed + "' cannot be run: " + failure.getMessage(), failure);
        }
    }

    private Ran run(String typed, ProcessBuilder builder, Path out, Path err) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            process.getOutputStream().close();
            long peakBytes = 0;
            long told = began;
            while (!process.waitFor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
                peakBytes = Math.max(peakBytes, ProcessTable.mostMemoryOf(process.pid()));
                if (System.nanoTime() - told > BETWEEN_TELLINGS) {
                    told = System.nanoTime();
                    read(err).lines().reduce((_, last) -> last).ifPresent(progress);
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Ran(typed, process.exitValue(), read(out), end(read(err)), took, peakBytes);
        } finally {
            process.destroy();
        }
    }

    private ProcessBuilder builder(String typed, String... arguments) {
        List<String> command = new ArrayList<>(RUNS_FOR_LONG.matcher(typed).matches() ? GIVES_WAY : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        if (typed.startsWith("verify")) {
            command.add(HEAP_OF_VERIFY);
        }
        command.add("-Dbackbone.distribution=" + distribution.folder());
        command.addAll(List.of("-jar", distribution.jar(JAR).toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(data.toFile());
        builder.environment().keySet().removeIf(ELSEWHERE.asMatchPredicate());
        builder.environment().putAll(variables);
        return builder;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, UTF_8);
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - MOST_ERROR_CHARACTERS));
    }
}
