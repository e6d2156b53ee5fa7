package dev.orderbackbone.acceptance.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.operator.Backbone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command of operators, and what came of it.
 *
 * @param printed what it said, errors too.
 */
public record Typed(int exitCode, String printed) {

    /** Runs it in this process, on the installation in a folder. */
    static Typed run(Path data, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        int exitCode =
                Backbone.commandLine().setOut(writer).setErr(writer).execute(onInstallation(data, List.of(arguments)));
        return new Typed(exitCode, printed.toString());
    }

    /** Runs it by the program of another release, as {@code ./backbone} does. */
    static Typed run(Distribution release, Path data, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dbackbone.distribution=" + release.folder(),
                "-jar",
                release.jar("infra-operator").toString()));
        command.addAll(List.of(onInstallation(data, List.of(arguments))));
        return run(data, command);
    }

    /** Runs any command in a folder. */
    public static Typed run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Typed(process.waitFor(), printed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it ran: " + command, interrupted);
        }
    }

    private static String[] onInstallation(Path data, List<String> arguments) {
        return Stream.concat(arguments.stream(), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
    }
}
