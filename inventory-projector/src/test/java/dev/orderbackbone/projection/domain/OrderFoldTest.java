package dev.orderbackbone.projection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.projection.domain.OrderProgress.Standing;
import org.junit.jupiter.api.Test;

class OrderFoldTest {
    private final Story story = new Story("order");
    private OrderProgress progress = OrderFold.start(story.placed(), new Source(1, 10));
    private long offset = 10;

    @Test
    void aPlacedOrderIsPending() {
        assertThat(progress.standing()).isEqualTo(new Standing(OrderStatus.PENDING, null, null, null));
        assertThat(progress.last().sequence()).isEqualTo(1);
        assertThat(progress.last().source()).isEqualTo(new Source(1, 10));
    }

    @Test
    void aConfirmedOrderKnowsWhatIsAuthorisedAndSinceWhen() {
        then(story.confirmed(3_050));

        assertThat(progress.standing().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(progress.amounts().authorizedMinor()).isEqualTo(3_050);
        assertThat(progress.confirmedAt()).isEqualTo(progress.last().occurredAt());
        assertThat(progress.closedAt()).isNull();
    }

    @Test
    void aReleasedOrderGoesOnWhereItWas() {
        then(story.held(HoldReason.PAYMENT_UNKNOWN, OrderStatus.PENDING));
        assertThat(progress.standing())
                .isEqualTo(new Standing(OrderStatus.HELD, HoldReason.PAYMENT_UNKNOWN, null, "for some reason"));

        then(story.released(HoldReason.PAYMENT_UNKNOWN, OrderStatus.PENDING));
        assertThat(progress.standing()).isEqualTo(new Standing(OrderStatus.PENDING, null, null, null));
    }

    @Test
    void addsUpShipmentsByLine() {
        then(story.confirmed(3_050));
        then(story.shipped("s1", 1_065, new ShippedLine(1, 3)));
        then(story.shipped("s2", 1_985, new ShippedLine(1, 7), new ShippedLine(2, 2)));

        assertThat(progress.standing().status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(progress.amounts().shippedMinor()).isEqualTo(3_050);
        assertThat(progress.shipped().byLine()).containsExactly(10, 2);
        assertThat(progress.shipped().total()).isEqualTo(12);
    }

    @Test
    void goodsCanLeaveAHeldOrderWhichStaysHeld() {
        then(story.confirmed(3_050));
        then(story.held(HoldReason.PAYMENT_UNKNOWN, OrderStatus.CONFIRMED));
        then(story.shipped("s1", 1_065, new ShippedLine(2, 1)));

        assertThat(progress.standing().status()).isEqualTo(OrderStatus.HELD);
        assertThat(progress.shipped().byLine()).containsExactly(0, 1);
    }

    @Test
    void addsUpReturnsAlsoOfACompletedOrder() {
        then(story.confirmed(3_050));
        then(story.shipped("s1", 3_050, new ShippedLine(1, 10), new ShippedLine(2, 2)));
        then(story.completed(3_050));
        then(story.returned("t1", 255, new ReturnedLine(1, 1, true)));
        then(story.returned("t2", 100, new ReturnedLine(2, 1, false)));

        assertThat(progress.standing().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(progress.amounts().returnedMinor()).isEqualTo(355);
        assertThat(progress.returned().byLine()).containsExactly(1, 1);
        assertThat(progress.closedAt()).isNotNull().isBefore(progress.last().occurredAt());
    }

    @Test
    void anOrderThatIsTakenBackKeepsTheReason() {
        then(story.cancelling(CancellationReason.REQUESTED));
        assertThat(progress.standing())
                .isEqualTo(new Standing(OrderStatus.CANCELLING, null, CancellationReason.REQUESTED, "because"));

        then(story.cancelled());
        assertThat(progress.standing())
                .isEqualTo(new Standing(OrderStatus.CANCELLED, null, CancellationReason.REQUESTED, "changed my mind"));
        assertThat(progress.closedAt()).isEqualTo(progress.last().occurredAt());
    }

    @Test
    void anOrderCanBeRejectedAtOnce() {
        then(story.rejected(CancellationReason.OUT_OF_STOCK));

        assertThat(progress.standing())
                .isEqualTo(new Standing(OrderStatus.REJECTED, null, CancellationReason.OUT_OF_STOCK, "no mugs"));
    }

    @Test
    void anExpiredOrderSaysSo() {
        then(story.cancelling(CancellationReason.EXPIRED));
        then(story.expired());

        assertThat(progress.standing())
                .isEqualTo(new Standing(OrderStatus.EXPIRED, null, CancellationReason.EXPIRED, "because"));
    }

    @Test
    void aLineNumberThatNoOrderCanHaveCountsForNothing() {
        then(story.shipped("s1", 1, new ShippedLine(Integer.MAX_VALUE, 1), new ShippedLine(0, 1)));

        assertThat(progress.shipped().byLine()).isEmpty();
    }

    @Test
    void aSecondFirstEventChangesNothingButThePosition() {
        OrderPlaced again = story.placed();
        OrderProgress before = progress;
        then(again);

        assertThat(progress.standing()).isEqualTo(before.standing());
        assertThat(progress.last().sequence()).isEqualTo(2);
    }

    private void then(OrderEvent event) {
        progress = OrderFold.next(progress, event, new Source(1, ++offset));
    }
}
