package dev.orderbackbone.operator.projections;

import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.RefusedException;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.VersionStatus.Code;
import dev.orderbackbone.projection.operations.VersionStore;
import dev.orderbackbone.runtime.KafkaSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Versions that are there without a database; nothing is projected into them. */
public final class GivenVersions implements VersionStore {
    static final TopicPartition PARTITION = new TopicPartition("orders.events.v1", 0);
    static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<VersionStatus> versions;

    public GivenVersions(VersionStatus... versions) {
        this.versions = new ArrayList<>(List.of(versions));
    }

    public static VersionStatus live(int version) {
        return new VersionStatus(
                version,
                VersionState.LIVE,
                new Code(true, true),
                BEGUN,
                null,
                BEGUN.plusSeconds(60),
                900,
                3 << 20,
                Map.of(PARTITION, 1_000L),
                null);
    }

    public static VersionStatus begun(int version) {
        return new VersionStatus(
                version,
                VersionState.BUILDING,
                new Code(true, true),
                BEGUN,
                null,
                null,
                350,
                1 << 20,
                Map.of(PARTITION, 400L),
                null);
    }

    static VersionStatus retired(int version) {
        return new VersionStatus(
                version,
                VersionState.RETIRED,
                new Code(false, false),
                BEGUN,
                null,
                BEGUN,
                800,
                2 << 20,
                Map.of(PARTITION, 1_000L),
                null);
    }

    static VersionStatus filled(int version) {
        VersionStatus begun = at(begun(version), 990);
        return new VersionStatus(
                version,
                begun.state(),
                begun.code(),
                BEGUN,
                BEGUN.plusSeconds(60),
                null,
                begun.records(),
                begun.bytes(),
                begun.positions(),
                null);
    }

    static VersionStatus at(VersionStatus version, long position) {
        return new VersionStatus(
                version.version(),
                version.state(),
                version.code(),
                version.createdAt(),
                version.builtAt(),
                version.liveSince(),
                version.records(),
                version.bytes(),
                Map.of(PARTITION, position),
                version.part());
    }

    static VersionStatus partial(int version) {
        return new VersionStatus(
                version,
                VersionState.PARTIAL,
                new Code(true, true),
                BEGUN,
                BEGUN,
                null,
                12,
                1 << 20,
                Map.of(PARTITION, 400L),
                new VersionStatus.Part("mark", "orders a"));
    }

    /** What operators do with them. */
    public ReadModelsOf readModels() {
        return new ReadModelsOf(new ReadModelOperations(
                this,
                new KafkaSettings("127.0.0.1:1", Map.of()),
                () -> {
                    throw new AssertionError("nothing is to be read");
                },
                Clock.systemUTC(),
                () -> {}));
    }

    @Override
    public List<VersionStatus> all() {
        return List.copyOf(versions);
    }

    @Override
    public Map<TopicPartition, Long> positions(int version) {
        throw new AssertionError("nothing is to be read");
    }

    @Override
    public ReadModel open(int version) {
        throw new AssertionError("nothing is to be written");
    }

    @Override
    public ReadModel openPart(int version, VersionStatus.Part part) {
        throw new AssertionError("nothing is to be written");
    }

    @Override
    public void showPart(int version) {
        throw new AssertionError("nothing is to be written");
    }

    @Override
    public void built(int version) {
        throw new AssertionError("nothing is to be written");
    }

    @Override
    public Comparison compare(int live, int other, CatchUp catchUp) {
        throw new AssertionError("nothing is to be compared");
    }

    @Override
    public void swap(int live, int other, CatchUp catchUp) {
        throw new AssertionError("nothing is to be swapped");
    }

    @Override
    public boolean isTaken(int version) {
        throw new AssertionError("nothing was swapped");
    }

    @Override
    public void drop(int version) {
        if (!versions.removeIf(each -> each.version() == version)) {
            throw new RefusedException("there is no " + VersionStatus.nameOf(version));
        }
    }
}
