package dev.orderbackbone.projection.operations;

import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.flow.Filling;
import dev.orderbackbone.projection.flow.Parking;
import dev.orderbackbone.projection.flow.ProjectionListener;
import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.flow.ReadModelUnavailableException;
import dev.orderbackbone.projection.flow.ShutOutException;
import dev.orderbackbone.projection.flow.Workshop;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Rebuilds read models beside the live ones, compares them, and swaps. What is interrupted may be asked for again: it goes on where it was. Two
 * operators must be kept from each other; if they are not, the first finds itself shut out. Used by one thread.
 */
public final class ReadModelOperations implements AutoCloseable {
    /** The projector of the live version waits for so long at most. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(2);

    /** A swap is tried again while queries hold the views. */
    private static final Duration LONGEST_TRYING = Duration.ofMinutes(1);

    /** A projector that waits in standby looks once a second. */
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** So near to the live version, the rest is done while that one is held still. */
    private static final long NEAR = 100;

    private static final int ENOUGH_BYTES = 1 << 20;

    private final VersionStore store;
    private final KafkaSettings kafka;
    private final Supplier<MessageDeserializer> deserializer;
    private final Clock clock;
    private final Runnable disconnect;

    /**
     * Connects to nothing yet.
     *
     * @param deserializer is asked for when records are read.
     * @param disconnect what is done in the end.
     */
    public ReadModelOperations(
            VersionStore store,
            KafkaSettings kafka,
            Supplier<MessageDeserializer> deserializer,
            Clock clock,
            Runnable disconnect) {
        this.store = store;
        this.kafka = kafka;
        this.deserializer = deserializer;
        this.clock = clock;
        this.disconnect = disconnect;
    }

    /**
     * For an installation; to be closed.
     *
     * @param database where its read models are.
     * @param kafka where its log is.
     * @param deserializer of the log's messages; asked for when records are read.
     */
    public static ReadModelOperations connect(
            Database database, KafkaSettings kafka, Supplier<MessageDeserializer> deserializer) {
        ApplicationContext context = ApplicationContext.builder(database.properties())
                .deduceEnvironment(false)
                .beanConfigurations(new NothingElse())
                .start();
        return new ReadModelOperations(
                context.getBean(VersionStore.class), kafka, deserializer, Clock.systemUTC(), context::close);
    }

    /**
     * Where read models are.
     *
     * @param url JDBC address.
     * @param user who owns them.
     * @param password of that user.
     */
    public record Database(String url, String user, String password) {
        private Map<String, Object> properties() {
            return Map.of(
                    "datasources.default.url", url,
                    "datasources.default.username", user,
                    "datasources.default.password", password);
        }
    }

    /** Work on a version that is being filled. */
    private interface Work<T> {
        T with(Filling filling) throws InterruptedException;
    }

    /** Something that may meet a {@link BusyException}. */
    private interface Try<T> {
        T once() throws InterruptedException;
    }

    /** What there is now. */
    public Versions versions() {
        return new Versions(store.all());
    }

    /**
     * Fills a version up to where the live one is, and compares the two.
     *
     * @param version as {@link Versions#toRebuild} tells.
     */
    public Rebuilt rebuild(int version, Pace pace, RebuildProgress progress) throws InterruptedException {
        int live = versions().live().version();
        return fill(live, version, pace, filling -> {
            approach(live, filling, progress);
            Comparison comparison = whileTrying(() -> store.compare(live, version, catchUp(filling)));
            store.built(version);
            return new Rebuilt(version, filling.records(), comparison);
        });
    }

    /**
     * Projects a part of the log into a version of its own, no further than the live one is, and shows it beside the mart.
     *
     * @param version as {@link Versions#toReplayInto} tells.
     */
    public Replayed replay(int version, PartOfLog part, Pace pace, RebuildProgress progress)
            throws InterruptedException {
        Map<TopicPartition, Long> goal =
                part.endsWithin(store.positions(versions().live().version()));
        Counting counting = new Counting();
        fill(
                version,
                () -> store.openPart(version, part.name()),
                counting,
                pace,
                (workshop, readModel) ->
                        Filling.ofPart(workshop, pace::restAfter, readModel, part.from(), part.selection()::has),
                filling -> {
                    Map<TopicPartition, Long> start = filling.positions();
                    long total = Offsets.between(start, goal);
                    filling.upTo(goal, positions -> progress.at(Offsets.between(start, positions), total));
                    return filling;
                });
        store.showPart(version);
        store.built(version);
        return counting.of(version);
    }

    /** Compares a version with the live one, after it is brought to where that one is. */
    public Comparison compare(VersionStatus version) throws InterruptedException {
        VersionStatus live = versions().live();
        if (!version.code().hasTablesOfThisRelease()) {
            return store.compare(live.version(), version.version(), version.positions()::equals);
        }
        return fill(live.version(), version.version(), Pace.FASTEST, filling -> {
            approach(live.version(), filling, (done, total) -> {});
            return whileTrying(() -> store.compare(live.version(), version.version(), catchUp(filling)));
        });
    }

    /**
     * Lets the mart show a version instead of the live one.
     *
     * @return whether a projector goes on with it.
     */
    public boolean swap(VersionStatus version, RebuildProgress progress) throws InterruptedException {
        int live = versions().live().version();
        fill(live, version.version(), Pace.FASTEST, filling -> {
            approach(live, filling, progress);
            return whileTrying(() -> {
                store.swap(live, version.version(), catchUp(filling));
                return version;
            });
        });
        return isGoneOnWith(version.version());
    }

    /** Deletes a version. */
    public void drop(VersionStatus version) {
        store.drop(version.version());
    }

    @Override
    public void close() {
        disconnect.run();
    }

    /** How a filling is begun. */
    private interface Beginning {
        Filling of(Workshop workshop, ReadModel readModel);
    }

    private <T> T fill(int live, int version, Pace pace, Work<T> work) throws InterruptedException {
        return fill(
                version,
                () -> store.open(version),
                ProjectionListener.NONE,
                pace,
                (workshop, readModel) -> Filling.begin(
                        workshop,
                        pace::restAfter,
                        readModel,
                        store.positions(live).keySet()),
                work);
    }

    private <T> T fill(
            int version,
            Supplier<ReadModel> opened,
            ProjectionListener listener,
            Pace pace,
            Beginning beginning,
            Work<T> work)
            throws InterruptedException {
        try {
            ReadModel readModel = opened.get();
            Workshop workshop = new Workshop(
                    settings(pace), kafka, () -> readModel, deserializer.get(), Parking.DONE_BEFORE, listener, clock);
            try (Filling filling = beginning.of(workshop, readModel)) {
                return work.with(filling);
            }
        } catch (ShutOutException other) {
            throw new RefusedException("somebody else fills " + VersionStatus.nameOf(version) + " by now");
        } catch (ReadModelUnavailableException unavailable) {
            throw new UnreachableException(unavailable);
        }
    }

    /** Fills until the live version, which goes on meanwhile, is near. */
    private void approach(int live, Filling filling, RebuildProgress progress) throws InterruptedException {
        Map<TopicPartition, Long> start = filling.positions();
        Map<TopicPartition, Long> goal = store.positions(live);
        while (Offsets.between(filling.positions(), goal) > NEAR) {
            long total = Offsets.between(start, goal);
            filling.upTo(goal, positions -> progress.at(Offsets.between(start, positions), total));
            goal = store.positions(live);
        }
    }

    private VersionStore.CatchUp catchUp(Filling filling) {
        return positions -> filling.hurryTo(positions, LONGEST_STANDSTILL);
    }

    private <T> T whileTrying(Try<T> attempt) throws InterruptedException {
        long start = clock.millis();
        while (true) {
            try {
                return attempt.once();
            } catch (BusyException busy) {
                if (clock.millis() - start > LONGEST_TRYING.toMillis()) {
                    throw busy;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private boolean isGoneOnWith(int version) throws InterruptedException {
        long start = clock.millis();
        while (!store.isTaken(version)) {
            if (clock.millis() - start > TAKEOVER.toMillis()) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    private static ProjectionSettings settings(Pace pace) {
        return new ProjectionSettings(
                true,
                1,
                pace.mostRecords(),
                Duration.ofMillis(30),
                ENOUGH_BYTES,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                0);
    }
}
