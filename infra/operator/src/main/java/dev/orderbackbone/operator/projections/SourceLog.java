package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.change.RecordTally;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The log that read models are made from. */
interface SourceLog {
    /** The first offset that is left of each partition. */
    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) throws InterruptedException;

    /** Looks into the records from the first offsets to before the others. */
    void read(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, RecordTally tally);
}
