package dev.orderbackbone.benchmarks.recovery;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.command.JsonAnswer;
import dev.orderbackbone.benchmarks.command.OperatorProgram;
import dev.orderbackbone.benchmarks.command.Ran;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.BackedUp;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Verified;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The operators' commands that are measured, each with what it answers.
 *
 * @param program about the installation.
 */
public record Tools(OperatorProgram program) {
    private static final int VIOLATED = 1;
    private static final String REASON = "benchmark";
    private static final String QUIET = "QUIET";
    private static final String ROWS_CHECKED = "/counts/rows";

    /**
     * Audits everything; all must be quiet, and confirmed orders wait for their shipment.
     *
     * @throws BenchFailure if something is wrong, or moves, or evidence is missing.
     */
    public Verified verify() throws InterruptedException {
        Ran ran = program.run("verify", "--json");
        JsonAnswer answer = ran.exitCode() == VIOLATED ? JsonAnswer.of(ran.out()) : ran.answer();
        if (answer.number("/violations") != 0 || !answer.text("/expectation").equals(QUIET)) {
            throw new BenchFailure("there is no result: the audit found violations of " + violated(answer)
                    + ", and that " + answer.text("/standing"));
        }
        return new Verified(ran.seconds(), answer.number("/records"), answer.sum(ROWS_CHECKED), ran.peakBytes());
    }

    private static List<String> violated(JsonAnswer audit) {
        return audit.values().keySet().stream()
                .filter(pointer -> pointer.matches("/invariants/\\d+/violations") && audit.number(pointer) > 0)
                .map(pointer -> audit.text(pointer.replace("/violations", "/id")) + " (" + audit.text(pointer) + ")")
                .sorted()
                .toList();
    }

    /**
     * Fills the next version.
     *
     * @throws BenchFailure if it differs from the live one.
     */
    Ran rebuild(int share) throws InterruptedException {
        Ran ran = program.run(
                "projections", "rebuild", "--share", Integer.toString(share), "--run", "--reason", REASON, "--json");
        ran.answer();
        return ran;
    }

    /**
     * Goes on filling a version with what has come since.
     *
     * @throws BenchFailure if it differs from the live one.
     */
    void catchUp(int version) throws InterruptedException {
        program.run(
                        "projections",
                        "rebuild",
                        "--version",
                        Integer.toString(version),
                        "--run",
                        "--reason",
                        REASON,
                        "--json")
                .answer();
    }

    /**
     * Compares a version with the live one.
     *
     * @throws BenchFailure if a row differs.
     */
    Ran compare(int version) throws InterruptedException {
        Ran ran = program.run("projections", "compare", "--version", Integer.toString(version), "--json");
        JsonAnswer answer = ran.answer();
        if (!answer.text("/equal").equals("true") || answer.sum("/differing") != 0) {
            throw new BenchFailure("there is no result, as the rebuilt rows differ: " + ran.out());
        }
        return ran;
    }

    /** Deletes a version. */
    void drop(int version) throws InterruptedException {
        program.run(
                        "projections",
                        "drop",
                        "--version",
                        Integer.toString(version),
                        "--run",
                        "--reason",
                        REASON,
                        "--json")
                .answer();
    }

    /** Copies the log into a folder. */
    public BackedUp backup(Path folder) throws InterruptedException {
        Ran ran = program.run("backup", folder.toString(), "--json");
        JsonAnswer answer = ran.answer();
        return new BackedUp(
                ran.seconds(),
                answer.number("/copiedRecords"),
                answer.number("/copiedBytes"),
                answer.number("/records"),
                answer.number("/bytes"),
                Duration.ofMillis(answer.number("/standstillMillis")));
    }

    /** Brings the log back from a folder. */
    Ran restore(Path folder) throws InterruptedException {
        return program.run("restore", folder.toString(), "--run", "--reason", REASON, "--json");
    }
}
