package dev.orderbackbone.benchmarks.command;

import dev.orderbackbone.benchmarks.BenchFailure;
import java.time.Duration;

/**
 * A command that has ended.
 *
 * @param command as it was typed.
 * @param out what it wrote to standard output.
 * @param err the end of what it wrote to standard error.
 * @param took from its start to its end, that of the JVM included.
 * @param peakBytes the most memory that it ever occupied.
 */
public record Ran(String command, int exitCode, String out, String err, Duration took, long peakBytes) {
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int MOST_CHARACTERS = 2_000;

    /**
     * What it answered with {@code --json}.
     *
     * @throws BenchFailure if it did not succeed.
     */
    public JsonAnswer answer() {
        if (exitCode != 0) {
            String said = (out + System.lineSeparator() + err).strip();
            throw new BenchFailure("there is no result, as '" + command + "' ended with exit code " + exitCode + ": "
                    + said.substring(Math.max(0, said.length() - MOST_CHARACTERS)));
        }
        return JsonAnswer.of(out);
    }

    /** {@link #took} in seconds. */
    public double seconds() {
        return took.toMillis() / MILLIS_PER_SECOND;
    }
}
