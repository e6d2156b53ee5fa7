package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.operator.Backbone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command of operators, and what came of it.
 *
 * @param printed what it said, errors too.
 */
public record Typed(int exitCode, String printed) {

    /** Runs it in this process, on an installation with these settings. */
    static Typed run(Path folder, Map<String, String> settings, String... arguments) {
        try {
            Path data = Files.createDirectories(folder.resolve("operator"));
            Files.writeString(
                    data.resolve("local.properties"),
                    settings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                            .collect(Collectors.joining()));
            StringWriter printed = new StringWriter();
            PrintWriter writer = new PrintWriter(printed);
            int exitCode = Backbone.commandLine()
                    .setOut(writer)
                    .setErr(writer)
                    .execute(Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                            .toArray(String[]::new));
            return new Typed(exitCode, printed.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
