package dev.orderbackbone.projection.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.projection.flow.SourceTopics;
import dev.orderbackbone.testkit.Await;
import dev.orderbackbone.testkit.TestKafka;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where the log of a test ends, whose topics have two partitions. */
final class TestLog {
    private TestLog() {}

    /** Returns when the mart shows all that is in the log now. */
    static void awaitProjected(TestKafka kafka, TestDatabase database) {
        Map<TopicPartition, Long> ends = ends(kafka);
        Await.until(() -> {
            Map<TopicPartition, Long> positions = new HashMap<>();
            database.query("select topic, source_partition, next_offset from mart.positions")
                    .forEach(row -> positions.put(
                            new TopicPartition(row.get("topic"), Integer.parseInt(row.get("source_partition"))),
                            Long.parseLong(row.get("next_offset"))));
            assertThat(positions).isEqualTo(ends);
        });
    }

    /** Offset after the last record, by partition. */
    static Map<TopicPartition, Long> ends(TestKafka kafka) {
        try (Admin admin = kafka.admin()) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            SourceTopics.ALL.forEach(topic -> {
                latest.put(new TopicPartition(topic.name(), 0), OffsetSpec.latest());
                latest.put(new TopicPartition(topic.name(), 1), OffsetSpec.latest());
            });
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
