package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.FreshFolder;
import dev.orderbackbone.benchmarks.command.OperatorProgram;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.local.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What operators do to the stack, and what happens to it. */
public final class Operations {
    /** What is not lost with the log. */
    private static final String OUTSIDE_WORLD = "simulators";

    private static final String ACCEPTED = "accepted";

    private final LocalSettings local;
    private final Distribution distribution;
    private final DataFolder folder;
    private final LocalStack stack;
    private final LocalStack.Contracts contracts;

    Operations(
            LocalSettings local,
            Distribution distribution,
            DataFolder folder,
            LocalStack stack,
            LocalStack.Contracts contracts) {
        this.local = local;
        this.distribution = distribution;
        this.folder = folder;
        this.stack = stack;
        this.contracts = contracts;
    }

    /**
     * The operators' program, about this stack.
     *
     * @param progress is told how far a command is.
     */
    public OperatorProgram program(Consumer<String> progress) {
        Map<String, String> variables = new HashMap<>();
        for (LocalKey key : LocalKey.values()) {
            variables.put(key.variable(), local.text(key));
        }
        return new OperatorProgram(distribution, folder.root(), variables, progress);
    }

    /** Writes down, for the auditor, that clients were answered 202 for these orders. */
    public void noteAccepted(Segment orders) {
        try {
            Files.createDirectories(folder.of(ACCEPTED));
            Path file = folder.of(ACCEPTED).resolve("bench-" + orders.first() + ".ids");
            try (BufferedWriter ids = Files.newBufferedWriter(file)) {
                for (int number = orders.first(); number < orders.end(); number++) {
                    ids.write(OrderIds.of(
                            OrderRequest.STORE, orders.workload().order(number).key()));
                    ids.write('\n');
                }
            }
        } catch (IOException failure) {
            throw new BenchFailure("accepted orders cannot be written down: " + failure.getMessage(), failure);
        }
    }

    /** What the gateway and the mail server have written down. */
    public LedgerSizes ledgers() {
        return LedgerSizes.of(folder.of(OUTSIDE_WORLD));
    }

    /** Ends all processes, and loses what they have stored, states of services too; not what the outside world has, and what was accepted. */
    public void loseEverything() {
        stack.down(Progress.silent());
        stack.names().stream()
                .filter(name -> !name.equals(OUTSIDE_WORLD))
                .forEach(name -> FreshFolder.delete(folder.of(name)));
    }

    /** Starts broker, database and registry, empty but for topics and schemas; how long that took. */
    public Duration startInfrastructure() {
        long began = System.nanoTime();
        stack.upInfrastructure(Progress.silent(), contracts);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Starts the rest; how long it took until all is ready. */
    public Duration start() {
        long began = System.nanoTime();
        stack.up(Progress.silent(), contracts);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
