package dev.orderbackbone.projection.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.projection.domain.Incoming;
import dev.orderbackbone.projection.domain.Story;
import dev.orderbackbone.projection.flow.SetAside.Outcome;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders.events.v1", 0);
    private static final TopicPartition LEVELS = new TopicPartition("stock.levels.v1", 0);
    private static final TopicPartition QUIET = new TopicPartition("payments.events.v1", 3);
    private static final SetAside PARKED = new SetAside(ORDERS, Outcome.PARKED, "UNDECODABLE");

    private final Batch batch = new Batch(
            LongStream.of(10, 12, 13, 17).mapToObj(BatchTest::order).toList(),
            Map.of(
                    ORDERS, new Advance(9, 20, null),
                    LEVELS, new Advance(4, 6, null),
                    QUIET, new Advance(2, 2, 2L)),
            Map.of(PARKED, 2L));

    @Test
    void theFirstHalfEndsAfterItsLastMessage() {
        Batch half = batch.firstHalf();

        assertThat(half.messages())
                .extracting(message -> message.source().offset())
                .containsExactly(10L, 12L);
        assertThat(half.advances())
                .containsEntry(ORDERS, new Advance(9, 13, null))
                .containsEntry(LEVELS, new Advance(4, 4, null));
        assertThat(half.setAside()).isEmpty();
    }

    @Test
    void theSecondHalfGoesOnFromThereAndCountsWhatWasSetAside() {
        Batch half = batch.secondHalf();

        assertThat(half.messages())
                .extracting(message -> message.source().offset())
                .containsExactly(13L, 17L);
        assertThat(half.advances())
                .containsEntry(ORDERS, new Advance(13, 20, null))
                .containsEntry(LEVELS, new Advance(4, 6, null))
                .containsEntry(QUIET, new Advance(2, 2, 2L));
        assertThat(half.setAside()).containsEntry(PARKED, 2L);
    }

    @Test
    void aParkedMessageIsCountedWithTheOthers() {
        Batch rest = batch.withoutMessages(PARKED);

        assertThat(rest.messages()).isEmpty();
        assertThat(rest.advances()).isEqualTo(batch.advances());
        assertThat(rest.setAside()).containsEntry(PARKED, 3L);
    }

    private static Incoming order(long offset) {
        return Story.at(ORDERS.topic(), ORDERS.partition(), offset, new Story("a").placed());
    }
}
