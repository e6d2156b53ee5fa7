package dev.orderbackbone.operator.verify.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Where a consumer stands in one partition, with what it has counted. The position is looked up before and after the count, as the two cannot be
 * read at once; where both are equal, the count belongs to exactly that position.
 *
 * @param consumer its name: a consumer group, or the projection.
 * @param topic name of the topic.
 * @param before next offset to be read, before the count was looked up; 0 where it has read nothing.
 * @param after the same, afterwards.
 * @param tally what it has counted; null where it has counted nothing.
 */
public record ConsumerPosition(
        String consumer,
        String topic,
        int partition,
        long before,
        long after,
        @Nullable TallyRow tally) {
    /** Whether it moved meanwhile. */
    public boolean moved() {
        return before != after;
    }
}
