package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.InvalidSettings;
import dev.orderbackbone.local.StartFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What all benchmarks have in common: where they stand, and how they tell a failure. */
public final class BenchHome {
    private static final String HOME_PROPERTY = "backbone.home";
    private static final String DISTRIBUTION_PROPERTY = "backbone.distribution";

    private BenchHome() {}

    /** The source tree. */
    public static Path home() {
        return Path.of(Objects.requireNonNullElse(System.getProperty(HOME_PROPERTY), ""));
    }

    /** Where results are kept. */
    static Path results() {
        return home().resolve(Path.of("infra", "benchmarks", "results"));
    }

    /**
     * Where contenders run.
     *
     * @param data chosen by the user; null for the usual folder.
     */
    static Place place(@Nullable Path data) {
        String distribution = Objects.requireNonNullElse(
                System.getProperty(DISTRIBUTION_PROPERTY),
                home().resolve(Path.of("infra", "deploy", "target", "backbone")).toString());
        Path usual = home().toAbsolutePath().resolve(".backbone");
        return new Place(
                new Distribution(Path.of(distribution)),
                Objects.requireNonNullElse(data, usual.resolve("bench")),
                usual.resolve("cache"));
    }

    /** What is expected to go wrong is told in a sentence, what is not with its stack trace; the exit code. */
    public static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println();
        if (failure instanceof BenchFailure || failure instanceof StartFailure || failure instanceof InvalidSettings) {
            err.println("backbone: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof InvalidSettings ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
