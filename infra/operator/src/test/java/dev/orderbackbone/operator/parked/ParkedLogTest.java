package dev.orderbackbone.operator.parked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.verify.history.InstalledHistory;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ParkedLogTest {
    @RegisterExtension
    static final InstalledHistory INSTALLED = new InstalledHistory();

    @Test
    void readsWhatIsParkedWhetherItDecodesOrNot() throws Exception {
        OrderSubmitted submitted = INSTALLED.history().first(OrderSubmitted.class);
        String orderId = submitted.meta().orderId();
        Parked.park(INSTALLED.kafka(), submitted, 7, Instant.ofEpochSecond(10));
        Parked.park(INSTALLED.kafka(), submitted, 7, Instant.ofEpochSecond(20));

        ParkedState state = read();
        List<ParkedEntry> entries = state.outstanding();

        assertThat(ParkedGroup.of(entries))
                .anySatisfy(group -> {
                    assertThat(group.reason()).isEqualTo("DECIDER_FAILED");
                    assertThat(group.orders()).containsExactly(orderId);
                    assertThat(group.firstSeen()).isEqualTo(Instant.ofEpochSecond(10));
                    assertThat(group.lastSeen()).isEqualTo(Instant.ofEpochSecond(20));
                    assertThat(group.repeated()).isEqualTo(1);
                })
                .anySatisfy(group -> assertThat(group.reason()).isEqualTo("UNDECODABLE"));
        ParkedDetails details = new ParkedDetails(entries, state.fates());
        assertThat(details.text())
                .contains("error       boom", "orders.intake.v1/0@7", "3 bytes, is not printed: NO_MAGIC_BYTE")
                .contains("\"contact\" : \"(not printed)\"");
        assertThat(details.text() + details.json()).doesNotContain("Kim", "@example.com");
    }

    private static ParkedState read() throws InterruptedException {
        return ParkedState.read(
                INSTALLED.endpoints().kafkaProperties(), MessageDeserializer.create(INSTALLED.registry()));
    }
}
