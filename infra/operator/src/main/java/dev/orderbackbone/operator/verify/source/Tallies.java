package dev.orderbackbone.operator.verify.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.log.LogReader;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.runtime.IgnoredCount;
import dev.orderbackbone.runtime.Tally;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The counts that one service keeps with its positions, from the topic from which its state would be restored. */
final class Tallies {
    private static final StateSerde<Tally> SERDE = StateSerde.ofResource(Tally.class, "/state/Tally.avsc");

    private final Map<TopicPartition, TallyRow> latest = new HashMap<>();

    private Tallies() {}

    /** Name of the topic in which Kafka Streams keeps them. */
    static String topicOf(String service) {
        return service + "-tally-changelog";
    }

    /** Reads them all. The partition of a count is that of the inputs that it counts. */
    static Tallies read(LogReader reader, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        Tallies tallies = new Tallies();
        reader.read(
                beginnings,
                ends,
                record -> tallies.add(
                        new TopicPartition(new String(record.key(), UTF_8), record.partition()),
                        SERDE.deserialize(record.topic(), record.value())));
        return tallies;
    }

    /** What was counted of a partition; null where nothing was. */
    @Nullable
    TallyRow of(TopicPartition partition) {
        return latest.get(partition);
    }

    private void add(TopicPartition partition, @Nullable Tally tally) {
        if (tally == null) {
            latest.remove(partition);
            return;
        }
        Map<String, Long> ignored = new HashMap<>();
        for (IgnoredCount count : tally.ignored()) {
            ignored.merge(count.why(), count.count(), Long::sum);
        }
        latest.put(partition, new TallyRow(tally.effects(), tally.parked(), ignored));
    }
}
