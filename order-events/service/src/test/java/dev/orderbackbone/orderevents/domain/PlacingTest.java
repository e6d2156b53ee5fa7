package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.Facts.ORDER_ID;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.charge;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.lineOf;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.ContentHash;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacingTest {
    private final OrderSubmitted submission =
            submitted(List.of(charge(250)), line(1, "cup", 2, 300), line(2, "pot", 1, 900));

    @Test
    void placesWhatWasSubmittedAndAsksThePoolForIt() {
        Saga saga = Saga.placed(submission).is(OrderStatus.PENDING).tells(OrderPlaced.class, ReserveStock.class);

        OrderPlaced placed = saga.told(OrderPlaced.class);
        assertThat(placed.lines()).isEqualTo(submission.lines());
        assertThat(placed.charges()).isEqualTo(submission.charges());
        assertThat(placed.totalMinor()).isEqualTo(1_750);
        assertThat(placed.contentHash()).isEqualTo(ContentHash.of(submission));
        assertThat(placed.confirmBy()).isEqualTo(saga.now().plus(Duration.ofMinutes(30)));
        assertThat(saga.told(ReserveStock.class).pool()).isEqualTo("main");
        assertThat(saga.told(ReserveStock.class).lines())
                .containsExactly(new StockLine("cup", 2), new StockLine("pot", 1));
    }

    @Test
    void saysWhoCausedWhatAndMakesTheSameIdsWhenItDecidesAgain() {
        List<Message> told = Saga.placed(submission).told();

        assertThat(told).extracting(message -> message.meta().orderId()).containsOnly(ORDER_ID);
        assertThat(told).extracting(message -> message.meta().sequence()).containsExactly(1, 0);
        assertThat(told)
                .extracting(message -> message.meta().causationId())
                .containsOnly(submission.meta().eventId());
        assertThat(told.get(1).meta().eventId())
                .isEqualTo(EventIds.derive(submission.meta().eventId(), 1, Facts.NOON.plusSeconds(1)));
        assertThat(Saga.placed(submission).told()).isEqualTo(told);
    }

    @Test
    void sumsTwoLinesWithTheSameSku() {
        Saga saga = Saga.placed(submitted(line(1, "cup", 2, 300), line(2, "cup", 3, 250)));

        assertThat(saga.told(ReserveStock.class).lines()).containsExactly(new StockLine("cup", 5));
    }

    @Test
    void asksEveryPoolForItsOwnLines() {
        Saga saga = Saga.placed(submitted(
                lineOf("north", 1, "cup", 2, 300),
                lineOf("south", 2, "cup", 1, 300),
                lineOf("north", 3, "pot", 1, 900)));

        saga.tells(OrderPlaced.class, ReserveStock.class, ReserveStock.class);
        assertThat(reservationsOf(saga))
                .containsExactly(
                        "north [StockLine[sku=cup, quantity=2], StockLine[sku=pot, quantity=1]]",
                        "south [StockLine[sku=cup, quantity=1]]");
    }

    @Test
    void asksThePoolsOfALocationThatIsSplit() {
        StockPools pools = new StockPools(4);
        SagaSettings settings = new SagaSettings(Duration.ofMinutes(1), Duration.ofSeconds(1), pools);
        Saga saga = Saga.with(settings).when(submission);

        assertThat(reservationsOf(saga))
                .allMatch(reservation -> reservation.startsWith(pools.poolOf("main", "cup"))
                        || reservation.startsWith(pools.poolOf("main", "pot")));
    }

    @Test
    void makesOneOrderOfTheSameSubmissionTwice() {
        OrderSubmitted again = withMetaOf(submitted(line(1, "x", 1, 1)), submission);
        Saga saga = Saga.placed(submission);

        saga.when(submission).ignoresIt("repeated-submission");
        saga.when(again).ignoresIt("repeated-submission");
    }

    @Test
    void refusesTheSameIdWithOtherContentAndTheFirstStands() {
        Saga saga = Saga.placed(submission);
        Order first = saga.order();

        saga.when(submitted(line(1, "cup", 2, 301))).refusesIt("other-content", "/idempotencyKey");
        assertThat(saga.order()).isEqualTo(first);
    }

    @Test
    void refusesASubmissionThatBreaksARuleAndTakesTheCorrectedOne() {
        Saga saga = Saga.begin().when(submitted()).refusesIt("lines-not-empty", "/lines");
        assertThat(saga.hasOrder()).isFalse();
        IntakeRefused refusal = saga.told(IntakeRefused.class);
        assertThat(refusal.intakeType()).isEqualTo("OrderSubmitted");
        assertThat(refusal.meta().orderId()).isEqualTo(ORDER_ID);

        saga.when(submission).tells(OrderPlaced.class, ReserveStock.class);
    }

    @Test
    void refusesAnEventUnderAnotherKeyThanItsOrderIdAndAnswersUnderThatKey() {
        Saga saga = Saga.begin().whenUnderKey("other", submission).refusesIt("key-is-order-id", "/meta/orderId");

        assertThat(saga.told(IntakeRefused.class).meta().orderId()).isEqualTo("other");
        assertThat(saga.hasOrder()).isFalse();
    }

    @Test
    void refusesARequestForAnOrderThatDoesNotExist() {
        Saga saga = Saga.begin().when(cancellation()).refusesIt("unknown-order", "/meta/orderId");

        assertThat(saga.hasOrder()).isFalse();
    }

    @Test
    void ignoresAnswersForAnOrderThatItDoesNotKnow() {
        Saga.begin().when(reserved("main")).ignoresIt("unknown-order");
        Saga.begin().when(Facts.authorized(5)).ignoresIt("unknown-order");
    }

    @Test
    void asksForNoMoneyBeforeAllStockIsReserved() {
        Saga saga = Saga.placed(submitted(lineOf("north", 1, "cup", 1, 300), lineOf("south", 2, "cup", 1, 300)));

        saga.when(reserved("south")).tells();
        saga.when(reserved("north")).tells(AuthorizePayment.class);
    }

    @Test
    void keepsThePaymentTokenOnlyUntilItIsUsed() {
        Saga saga = Saga.placed(submission);
        assertThat(saga.order().terms().paymentMethod()).isEqualTo("token-1");

        saga.when(reserved("main"));
        assertThat(saga.told(AuthorizePayment.class).paymentMethod()).isEqualTo("token-1");
        assertThat(saga.order().terms().paymentMethod()).isNull();
    }

    private static List<String> reservationsOf(Saga saga) {
        return saga.told().stream()
                .filter(ReserveStock.class::isInstance)
                .map(ReserveStock.class::cast)
                .map(reserve -> reserve.pool() + " " + reserve.lines())
                .toList();
    }

    private static OrderSubmitted withMetaOf(OrderSubmitted other, OrderSubmitted content) {
        return new OrderSubmitted(
                other.meta(),
                content.idempotencyKey(),
                content.customerId(),
                content.contact(),
                content.country(),
                content.currency(),
                content.lines(),
                content.charges(),
                content.totalMinor(),
                content.paymentMethod(),
                content.orderedAt());
    }
}
