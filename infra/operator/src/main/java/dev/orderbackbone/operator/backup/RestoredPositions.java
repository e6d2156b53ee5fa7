package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.GroupEntry;
import dev.orderbackbone.operator.backup.Manifest.PositionEntry;
import dev.orderbackbone.operator.backup.Manifest.TopicEntry;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.runtime.RestoredProgress;
import dev.orderbackbone.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Sets consumer groups to where they stood. */
record RestoredPositions(Admin admin, Manifest manifest) {
    void set() throws InterruptedException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new HashMap<>();
        for (GroupEntry group : manifest.groups()) {
            Map<TopicPartition, OffsetAndMetadata> positions =
                    groups.computeIfAbsent(group.name(), _ -> new HashMap<>());
            for (PositionEntry position : group.positions()) {
                positions.put(
                        new TopicPartition(position.topic(), position.partition()),
                        new OffsetAndMetadata(position.offset(), position.metadata()));
            }
        }
        Inventory.workers()
                .forEach(worker ->
                        noteThatAllMayHaveBegun(worker, groups.computeIfAbsent(worker.name(), _ -> new HashMap<>())));
        for (Map.Entry<String, Map<TopicPartition, OffsetAndMetadata>> group : groups.entrySet()) {
            if (!group.getValue().isEmpty()) {
                Cluster.get(admin.alterConsumerGroupOffsets(group.getKey(), group.getValue())
                        .all());
            }
        }
    }

    private void noteThatAllMayHaveBegun(Consumer worker, Map<TopicPartition, OffsetAndMetadata> positions) {
        for (Topic requests : worker.inputs()) {
            TopicEntry topic = manifest.topic(requests.name()).orElseThrow();
            topic.partitions()
                    .forEach(partition ->
                            positions.compute(new TopicPartition(topic.name(), partition.partition()), (_, known) -> {
                                OffsetAndMetadata last = known == null ? new OffsetAndMetadata(0) : known;
                                return new OffsetAndMetadata(
                                        last.offset(),
                                        RestoredProgress.metadata(last.offset(), last.metadata(), partition.end()));
                            }));
        }
    }
}
