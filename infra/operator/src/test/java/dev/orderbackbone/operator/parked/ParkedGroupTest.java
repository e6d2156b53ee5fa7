package dev.orderbackbone.operator.parked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ParkedGroupTest {
    private static final String FAILED = "DECIDER_FAILED";
    private static final String BEHIND = "BEHIND_PARKED";

    @Test
    void countsByServiceAndReasonAndTellsWhatWasParkedMoreThanOnce() {
        List<ParkedGroup> groups = ParkedGroup.of(List.of(
                entry("payment-processor", FAILED, 7, 3, "c"),
                entry("order-events", FAILED, 5, 2, "b"),
                entry("order-events", BEHIND, 6, 4, "b"),
                entry("order-events", FAILED, 5, 9, "b"),
                entry("order-events", FAILED, 8, 1, "a"),
                entry("order-events", FAILED, 9, 5, "")));

        assertThat(groups)
                .containsExactly(
                        new ParkedGroup("order-events", BEHIND, 1, at(4), at(4), new TreeSet<>(List.of("b")), 0),
                        new ParkedGroup("order-events", FAILED, 4, at(1), at(9), new TreeSet<>(List.of("a", "b")), 1),
                        new ParkedGroup("payment-processor", FAILED, 1, at(3), at(3), new TreeSet<>(List.of("c")), 0));
    }

    @Test
    void whereNothingMatchesItSaysSo() {
        assertThat(new ParkedList(List.of(), "").text(false)).startsWith("nothing is parked" + System.lineSeparator());
        assertThat(new ParkedList(List.of(), "--service x").text(true))
                .startsWith("nothing is parked that matches --service x");
    }

    @Test
    void placesAreReadAsKafkaWritesThemAndAsWeDo() {
        ParkedEntry entry = entry("order-events", FAILED, 5, 2, "b");

        assertThat(List.of("order-events.parked.v1-1@2", "orders.intake.v1/0@5"))
                .allSatisfy(text -> assertThat(ParkedPlace.parse(text))
                        .hasValueSatisfying(place ->
                                assertThat(ParkedPlace.isOf(place, entry)).isTrue()));
        assertThat(ParkedPlace.parse("orders.intake.v1-0@6"))
                .hasValueSatisfying(
                        place -> assertThat(ParkedPlace.isOf(place, entry)).isFalse());
        assertThat(ParkedPlace.parse("orders.intake.v1@5")).isEmpty();
    }

    private static ParkedEntry entry(String service, String reason, long originOffset, long second, String orderId) {
        ParkedRecord record = new ParkedRecord(
                service,
                "key",
                new Place(service + ".parked.v1", 1, second),
                new Place("orders.intake.v1", 0, originOffset),
                reason,
                0,
                false);
        return new ParkedEntry(
                record,
                "",
                at(second),
                orderId,
                null,
                "CORRUPT",
                3,
                Map.of(),
                new ConsumerRecord<>("any", 0, 0, new byte[0], new byte[0]));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
