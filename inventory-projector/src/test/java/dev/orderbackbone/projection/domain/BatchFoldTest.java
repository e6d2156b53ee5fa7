package dev.orderbackbone.projection.domain;

import static dev.orderbackbone.projection.domain.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.projection.domain.Changes.IgnoredMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchFoldTest {
    private static final String ORDERS = "orders.events.v1";
    private static final String OTHERS = "others";

    private final Story story = new Story("a");

    @Test
    void foldsAllEventsOfAnOrderIntoOneRow() {
        List<Incoming> batch = List.of(at(ORDERS, 0, 5, story.placed()), at(ORDERS, 0, 6, story.confirmed(3_050)));

        Changes changes = BatchFold.fold(batch, Map.of());

        assertThat(changes.placed()).singleElement().satisfies(order -> {
            assertThat(order.progress().standing().status()).isEqualTo(OrderStatus.CONFIRMED);
            assertThat(order.progress().last().source()).isEqualTo(new Source(0, 6));
        });
        assertThat(changes.changed()).isEmpty();
        assertThat(changes.events()).hasSize(2);
        assertThat(changes.rows()).isEqualTo(1 + 2 + 2);
    }

    @Test
    void goesOnFromTheStoredRow() {
        OrderProgress stored = OrderFold.start(story.placed(), new Source(0, 5));
        List<Incoming> batch = List.of(at(ORDERS, 0, 6, story.confirmed(3_050)));

        Changes changes = BatchFold.fold(batch, Map.of("a", stored));

        assertThat(changes.placed()).isEmpty();
        assertThat(changes.changed().get("a"))
                .extracting(progress -> progress.standing().status())
                .isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void needsTheStoredRowsOfOrdersThatItDoesNotPlaceItself() {
        Story other = new Story("b");
        other.placed();

        assertThat(BatchFold.ordersToLoad(List.of(
                        at(ORDERS, 0, 5, story.placed()),
                        at(ORDERS, 0, 6, story.confirmed(3_050)),
                        at(ORDERS, 0, 7, other.confirmed(1)),
                        at("payments.events.v1", 0, 8, new VoidPayment(other.meta(), "why")))))
                .containsExactly("b");
    }

    @Test
    void ignoresAnEventThatIsInTheRowAlready() {
        OrderConfirmed confirmed;
        OrderProgress stored = OrderFold.start(story.placed(), new Source(0, 5));
        confirmed = story.confirmed(3_050);
        stored = OrderFold.next(stored, confirmed, new Source(0, 6));
        Incoming again = at(ORDERS, 0, 7, confirmed);

        Changes changes = BatchFold.fold(List.of(again), Map.of("a", stored));

        assertThat(changes.ignored()).containsExactly(new IgnoredMessage(again, BatchFold.REPEATED));
        assertThat(changes.rows()).isZero();
    }

    @Test
    void ignoresEventsOfAnOrderThatWasNeverPlaced() {
        story.placed();
        Incoming orphan = at(ORDERS, 0, 6, story.confirmed(3_050));

        Changes changes = BatchFold.fold(List.of(orphan), Map.of());

        assertThat(changes.ignored()).containsExactly(new IgnoredMessage(orphan, BatchFold.UNKNOWN_ORDER));
        assertThat(changes.rows()).isZero();
    }

    @Test
    void ignoresMessagesThatNoReadModelShows() {
        Incoming command = at(OTHERS, 0, 1, new VoidPayment(story.meta(), "why"));

        assertThat(BatchFold.fold(List.of(command), Map.of()).ignored())
                .containsExactly(new IgnoredMessage(command, BatchFold.NOT_PROJECTED));
    }

    @Test
    void keepsThatAMessageWasSentWhateverWasDecidedBeforeThatWasKnown() {
        Changes changes = BatchFold.fold(
                List.of(
                        at(
                                OTHERS,
                                0,
                                1,
                                new NotificationSent(story.meta(), "m1", Milestone.CONFIRMED, "", Channel.EMAIL, 1)),
                        at(
                                OTHERS,
                                0,
                                2,
                                new NotificationSuppressed(
                                        story.meta(), "m1", Milestone.CONFIRMED, "", Channel.EMAIL, "skipped"))),
                Map.of());

        assertThat(changes.notifications())
                .singleElement()
                .extracting(NotificationFact::outcome)
                .isEqualTo(NotificationFact.Outcome.SENT);
    }

    @Test
    void keepsTheLastWordOnAMessageAndOnASku() {
        Changes changes = BatchFold.fold(
                List.of(
                        at(
                                OTHERS,
                                0,
                                1,
                                new NotificationFailed(
                                        story.meta(), "m1", Milestone.CONFIRMED, "", Channel.EMAIL, 1, "bounced")),
                        at(
                                OTHERS,
                                0,
                                2,
                                new NotificationSent(story.meta(), "m1", Milestone.CONFIRMED, "", Channel.EMAIL, 2)),
                        at(OTHERS, 0, 3, new StockLevel(story.meta(), "main", 7, "mug", 10, 3)),
                        at(OTHERS, 0, 4, new StockLevel(story.meta(), "main", 9, "mug", 8, 1))),
                Map.of());

        assertThat(changes.notifications())
                .singleElement()
                .extracting(NotificationFact::outcome)
                .isEqualTo(NotificationFact.Outcome.SENT);
        assertThat(changes.stockLevels())
                .singleElement()
                .satisfies(level -> assertThat(level.message().poolSequence()).isEqualTo(9));
    }
}
