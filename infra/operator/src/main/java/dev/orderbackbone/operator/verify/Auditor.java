package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.operator.verify.invariant.Desk;
import dev.orderbackbone.operator.verify.invariant.Expectation;
import dev.orderbackbone.operator.verify.invariant.Invariant;
import dev.orderbackbone.operator.verify.invariant.Invariants;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.operator.verify.invariant.OrderIndex;
import dev.orderbackbone.operator.verify.invariant.ParkedIndex;
import dev.orderbackbone.operator.verify.invariant.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Checks the invariants on whatever evidence there is. */
public final class Auditor {
    private static final int RECORDS_PER_WORD = 10_000;

    /** Below that a partition is read by one thread, as it would be read once for each; an estimate. */
    private static final long WORTH_A_THREAD = 200_000;

    private final AuditSettings settings;
    private final Clock clock;
    private final Progress progress;

    /** An auditor that judges deadlines by the clock given. */
    public Auditor(AuditSettings settings, Clock clock, Progress progress) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Audits.
     *
     * @throws RuntimeException whatever the evidence throws when it cannot be read: then there is no report at all.
     */
    public Report audit(Evidence evidence) throws InterruptedException {
        Instant began = clock.instant();
        Standing standing = evidence.standing();
        Expectation expectation = expectationOf(standing);
        progress.at("reading ledgers and read models", 0);
        Invariants invariants = Invariants.of(
                evidence,
                new Invariants.Terms(
                        expectation,
                        settings.mostPrinted(),
                        began.minus(settings.grace()).toEpochMilli(),
                        settings.clockSkew().toMillis()));
        Reading reading = new Reading(invariants);
        reading.all(evidence);
        progress.at("comparing", reading.records.get());
        invariants.checked().forEach(Invariant::conclude);
        return Report.of(
                expectation,
                standing,
                reading.records.get(),
                Duration.between(began, clock.instant()),
                Arrays.stream(Law.values())
                        .map(law -> Report.Result.of(invariants.findings(law)))
                        .toList(),
                evidence.gaps());
    }

    private Expectation expectationOf(Standing standing) {
        if (settings.everythingEnded()) {
            return Expectation.ENDED;
        }
        return standing.quiet() ? Expectation.QUIET : Expectation.MAY_MOVE;
    }

    /** One pass over the log. */
    private final class Reading {
        private final List<Invariant> invariants;
        private final ParkedIndex parked;
        private final AtomicLong records = new AtomicLong();
        private final Object concluding = new Object();

        Reading(Invariants invariants) {
            this.invariants = invariants.checked();
            this.parked = invariants.parked();
        }

        /** Slices are concluded when what all of them share has been. */
        void all(Evidence evidence) throws InterruptedException {
            ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
            try {
                Future<?> shared = threads.submit(() -> shared(evidence));
                List<Future<Integer>> slices = new ArrayList<>();
                for (int partition = 0; partition < evidence.partitions(); partition++) {
                    for (Part part : partsOf(evidence, partition)) {
                        int number = partition;
                        slices.add(threads.submit(() -> slice(evidence, number, part, shared)));
                    }
                }
                await(shared);
                for (Future<Integer> slice : slices) {
                    await(slice);
                }
            } finally {
                threads.shutdownNow();
            }
        }

        private void shared(Evidence evidence) {
            Desks desks = open(Invariant::openShared);
            evidence.readShared(record -> see(desks, record, Desk.NO_ORDER, "reading commands and stock"));
            conclude(desks);
        }

        /** So many that each keeps within what one reading may hold, and that no thread is left over, if it is worth it. */
        private List<Part> partsOf(Evidence evidence, int partition) {
            long records = evidence.mostRecords(partition);
            long forMemory = Math.ceilDiv(records, settings.mostRecords());
            long forThreads = records < WORTH_A_THREAD ? 1 : Math.ceilDiv(settings.threads(), evidence.partitions());
            int count = (int) Math.max(1, Math.max(forMemory, forThreads));
            return IntStream.range(0, count)
                    .mapToObj(number -> new Part(number, count))
                    .toList();
        }

        /** Reads that partition. */
        private int slice(Evidence evidence, int partition, Part part, Future<?> shared) throws InterruptedException {
            OrderIndex orders = new OrderIndex();
            Slice slice = new Slice(partition, orders);
            Desks desks = open(invariant -> invariant.open(slice));
            Desks whole = open(invariant -> part.number() == 0 ? invariant.openPartition(partition) : Desk.IDLE);
            String what = "reading orders, partition " + partition;
            evidence.readOrders(partition, record -> {
                whole.see(record, Desk.NO_ORDER);
                if (part.has(record.key())) {
                    see(desks, record, orders.add(record.key()), what);
                }
            });
            await(shared);
            conclude(whole);
            conclude(desks);
            return partition;
        }

        private Desks open(Function<Invariant, Desk> opening) {
            synchronized (concluding) {
                return Desks.of(invariants, opening);
            }
        }

        private void conclude(Desks desks) {
            synchronized (concluding) {
                desks.conclude();
            }
        }

        private static void await(Future<?> part) throws InterruptedException {
            try {
                part.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }

        private void see(Desks desks, LogRecord record, int order, String what) {
            desks.see(parked.corrected(record), order);
            long read = records.incrementAndGet();
            if (read % RECORDS_PER_WORD == 0) {
                progress.at(what, read);
            }
        }
    }
}
