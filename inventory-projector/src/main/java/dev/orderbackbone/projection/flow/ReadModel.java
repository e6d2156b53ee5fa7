package dev.orderbackbone.projection.flow;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** One version of the read models, with its positions. Thread-safe. */
public interface ReadModel {

    /**
     * Takes partitions over for a projector that starts: whoever had them is shut out from now on.
     *
     * @param owner the projector.
     * @param beginnings the partitions, with the offsets to begin at where there is no position yet.
     * @return offset of the next record to project, by partition.
     * @throws ReadModelUnavailableException if the database does not answer.
     */
    Map<TopicPartition, Long> takeOver(UUID owner, Map<TopicPartition, Long> beginnings);

    /**
     * Takes partitions that are the projector's own, or whose projector has not been heard of for a while.
     *
     * @param silence for how long not.
     * @return as {@link #takeOver}.
     * @throws ShutOutException if another projector is at work on any of them.
     * @throws ReadModelUnavailableException if the database does not answer.
     */
    Map<TopicPartition, Long> takeIfSilent(UUID owner, Map<TopicPartition, Long> beginnings, Duration silence);

    /**
     * Applies a batch, wholly or not at all.
     *
     * @throws ShutOutException if a position is not where the batch begins, or is another projector's.
     * @throws UnprojectableException if the database refuses a row, and would refuse it again.
     * @throws ReadModelUnavailableException if the database does not answer; the batch may then be applied or not.
     */
    Applied apply(UUID owner, Batch batch);

    /**
     * What a batch came to.
     *
     * @param applied messages that rows came from.
     * @param ignored messages that rightly changed nothing.
     * @param rows rows written, positions apart.
     */
    record Applied(int applied, int ignored, int rows) {}
}
