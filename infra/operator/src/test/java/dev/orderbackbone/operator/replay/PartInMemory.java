package dev.orderbackbone.operator.replay;

import static dev.orderbackbone.operator.projections.GivenVersions.live;

import dev.orderbackbone.operator.projections.ReadModelsOf;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.ReadModel;
import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.ReadModelOperations;
import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.VersionStore;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A live version, and beside it one that notes the types of what it is given. */
final class PartInMemory implements VersionStore, ReadModel {
    private final List<String> types = new ArrayList<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private int number;
    private VersionStatus.@Nullable Part part;
    private @Nullable Instant builtAt;
    private boolean isShown;

    /** What operators do with it. */
    ReadModelsOf readModels(TestKafka kafka) {
        return new ReadModelsOf(new ReadModelOperations(
                this,
                new KafkaSettings(kafka.bootstrapServers(), Map.of()),
                kafka::deserializer,
                Clock.systemUTC(),
                () -> {}));
    }

    /** Of what was projected, in its order. */
    List<String> types() {
        return types;
    }

    /** Whether analysts may query it. */
    boolean isShown() {
        return isShown;
    }

    @Override
    public List<VersionStatus> all() {
        return part == null
                ? List.of(live(1))
                : List.of(
                        live(1),
                        new VersionStatus(
                                number,
                                VersionState.PARTIAL,
                                new VersionStatus.Code(true, true),
                                Instant.EPOCH,
                                builtAt,
                                null,
                                types.size(),
                                0,
                                positions,
                                part));
    }

    @Override
    public Map<TopicPartition, Long> positions(int version) {
        return live(version).positions();
    }

    @Override
    public ReadModel openPart(int version, VersionStatus.Part wanted) {
        number = version;
        part = wanted;
        return this;
    }

    @Override
    public void showPart(int version) {
        isShown = version == number;
    }

    @Override
    public void built(int version) {
        builtAt = Instant.EPOCH;
    }

    @Override
    public Map<TopicPartition, Long> takeOver(UUID owner, Map<TopicPartition, Long> beginnings) {
        beginnings.forEach(positions::putIfAbsent);
        return Map.copyOf(positions);
    }

    @Override
    public Applied apply(UUID owner, Batch batch) {
        batch.messages().forEach(each -> types.add(each.message().getClass().getSimpleName()));
        batch.advances().forEach((partition, advance) -> positions.put(partition, advance.next()));
        return new Applied(batch.messages().size(), 0, 0);
    }

    @Override
    public Map<TopicPartition, Long> takeIfSilent(UUID owner, Map<TopicPartition, Long> beginnings, Duration silence) {
        throw new AssertionError("only projectors look whether one is silent");
    }

    @Override
    public ReadModel open(int version) {
        throw new AssertionError("all of the log is not to be written");
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
        throw new AssertionError("nothing is to be dropped");
    }
}
