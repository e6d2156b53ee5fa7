package dev.orderbackbone.projection.adapter;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.projection.domain.Histories;
import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.flow.Advance;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.ReadModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tables depend on the log alone, however it is cut into batches. Each cut fills a version of its own. */
class BatchCuttingTest {
    private static final int CUTS = 6;
    private static final int ORDERS = 50;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void anyCutOfALogIntoBatchesGivesTheSameTables() {
        Map<TopicPartition, List<Incoming>> log = Histories.log(1, ORDERS);
        project(1, log, Integer.MAX_VALUE, new Random(0));
        List<String> inOneBatch = DATABASE.contents(1);
        assertThat(inOneBatch).hasSizeGreaterThan(ORDERS * 5);

        for (int cut = 2; cut <= CUTS; cut++) {
            project(cut, log, cut == 2 ? 1 : 1 + cut * cut, new Random(cut));
            assertThat(DATABASE.contents(cut)).as("cut %d", cut).isEqualTo(inOneBatch);
        }
    }

    @Test
    void theComparisonSeesARowThatDiffers() {
        Map<TopicPartition, List<Incoming>> log = Histories.log(2, 5);
        project(101, log, Integer.MAX_VALUE, new Random(0));
        project(102, log, Integer.MAX_VALUE, new Random(0));
        assertThat(DATABASE.contents(102)).isEqualTo(DATABASE.contents(101));

        DATABASE.execute("update read_102.orders set detail = 'tampered with' where order_id like '%0003'");
        assertThat(DATABASE.contents(102)).isNotEqualTo(DATABASE.contents(101));
    }

    @Test
    void everyMessageIsCountedOnce() {
        Map<TopicPartition, List<Incoming>> log = Histories.log(3, 20);
        project(201, log, 7, new Random(5));

        assertThat(DATABASE.query("select topic, source_partition, applied, ignored, parked from read_201.positions"))
                .hasSize(log.size())
                .allSatisfy(row -> {
                    TopicPartition partition =
                            new TopicPartition(row.get("topic"), Integer.parseInt(row.get("source_partition")));
                    assertThat(row)
                            .containsEntry(
                                    "applied",
                                    Integer.toString(log.getOrDefault(partition, List.of())
                                            .size()))
                            .containsEntry("ignored", "0")
                            .containsEntry("parked", "0");
                });
    }

    private void project(int version, Map<TopicPartition, List<Incoming>> log, int most, Random random) {
        ReadModel readModel = DATABASE.readModel(version);
        UUID owner = UUID.randomUUID();
        Map<TopicPartition, Long> positions = new HashMap<>(readModel.takeOver(
                owner, log.keySet().stream().collect(toMap(partition -> partition, partition -> 0L))));
        Map<TopicPartition, List<Incoming>> left = new HashMap<>();
        log.forEach((partition, records) -> left.put(partition, new ArrayList<>(records)));
        while (!left.isEmpty()) {
            Batch batch = next(left, positions, most, random);
            readModel.apply(owner, batch);
            batch.advances().forEach((partition, advance) -> positions.put(partition, advance.next()));
            left.values().removeIf(List::isEmpty);
        }
    }

    private static Batch next(
            Map<TopicPartition, List<Incoming>> left, Map<TopicPartition, Long> positions, int most, Random random) {
        List<Incoming> messages = new ArrayList<>();
        Map<TopicPartition, Advance> advances = new HashMap<>();
        left.forEach((partition, records) -> {
            int taken = most == Integer.MAX_VALUE ? records.size() : random.nextInt(Math.min(most, records.size()) + 1);
            List<Incoming> head = records.subList(0, taken);
            if (!head.isEmpty()) {
                advances.put(
                        partition,
                        new Advance(
                                positions.getOrDefault(partition, -1L),
                                head.getLast().source().offset() + 1,
                                null));
                messages.addAll(head);
                head.clear();
            }
        });
        return new Batch(messages, advances, Map.of());
    }
}
