package dev.orderbackbone.microbenchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderStatus;
import org.junit.jupiter.api.Test;

/** Each benchmark does what its name says: otherwise its figures are those of something else. */
class BenchmarksTest {
    private final OrderStory story = OrderStory.play();

    @Test
    void theOrderHasThreeLinesInOnePoolAndIsConfirmed() {
        assertThat(story.submitted().lines()).hasSize(3);
        assertThat(story.reserve().lines()).hasSize(3);
        assertThat(story.confirmed().status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void whatIsEncodedIsDecoded() {
        CodecBenchmark codec = new CodecBenchmark();

        assertThat(codec.decodeOrderSubmitted()).isEqualTo(story.submitted());
        assertThat(codec.decodeOrderPlaced()).isEqualTo(story.placed());
        assertThat(codec.decodePaymentAuthorized()).isEqualTo(story.authorized());
        assertThat(new StateBenchmark().decodeOrder()).isEqualTo(story.confirmed());
    }

    @Test
    void aSubmissionLeavesThePlacedEventTheCommandTheOrderAndTheCount() {
        assertThat(recordsWritten(new TopologyBenchmark.Saga())).isEqualTo(4);
    }

    @Test
    void theDriverAloneWritesAsManyRecords() {
        assertThat(recordsWritten(new TopologyBenchmark.Relay())).isEqualTo(4);
    }

    /** Each time: nothing piles up. */
    private static int recordsWritten(TopologyBenchmark.Driven driven) {
        driven.open();
        try {
            int records = driven.topology().submit();
            assertThat(driven.topology().submit()).isEqualTo(records);
            return records;
        } finally {
            driven.close();
        }
    }
}
