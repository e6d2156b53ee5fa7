package dev.orderbackbone.operator.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.operator.verify.history.InstalledHistory;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendBackTest {
    @RegisterExtension
    static final InstalledHistory INSTALLED = new InstalledHistory();

    private static final Instant FIRST = Instant.ofEpochSecond(10);
    private static final Instant LAST = Instant.ofEpochSecond(20);

    @Test
    void thePlanNamesTypesTimesOrdersAndHowLongItTakes() throws InterruptedException {
        OrderSubmitted submitted = INSTALLED.history().first(OrderSubmitted.class);
        String orderId = submitted.meta().orderId();
        Parked.park(INSTALLED.kafka(), submitted, 7, FIRST);
        Parked.park(INSTALLED.kafka(), submitted, 8, LAST);
        Predicate<ParkedEntry> ofOrder = entry -> entry.orderId().equals(orderId);

        for (Action action : List.of(Action.REDRIVE, Action.DISCARD)) {
            Plan plan = sendBack(action, ofOrder).plan();

            assertThat(plan.parts()).singleElement().satisfies(part -> {
                assertThat(part.topic()).isEqualTo(Topics.ORDER_EVENTS_PARKED.name());
                assertThat(part)
                        .extracting(Part::type, Part::records, Part::first, Part::last)
                        .containsExactly("OrderSubmitted", 2L, FIRST, LAST);
            });
            assertThat(plan.orders()).containsExactly(orderId);
            assertThat(plan.estimate())
                    .hasValueSatisfying(estimate -> assertThat(estimate).isGreaterThan(Duration.ofMillis(2 * 7)));
            assertThat(plan.warnings()).last().asString().startsWith("the time is an estimate");
        }
    }

    @Test
    void nothingThatMatchesIsNothingDone() {
        assertThatThrownBy(() -> sendBack(Action.REDRIVE, entry -> false).plan())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("nothing outstanding is parked that matches what the test wants");
    }

    private static SendBack sendBack(Action action, Predicate<ParkedEntry> wanted) {
        return new SendBack(
                "parked redrive",
                INSTALLED.endpoints().kafkaProperties(),
                MessageDeserializer.create(INSTALLED.registry()),
                new SendBack.Wish(action, wanted, "what the test wants"));
    }
}
