package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.OrderStatus.CANCELLED;
import static dev.orderbackbone.contract.order.OrderStatus.CANCELLING;
import static dev.orderbackbone.contract.order.OrderStatus.CONFIRMED;
import static dev.orderbackbone.contract.order.OrderStatus.PENDING;
import static dev.orderbackbone.contract.order.OrderStatus.REJECTED;
import static dev.orderbackbone.orderevents.domain.Facts.authorized;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.captureFailed;
import static dev.orderbackbone.orderevents.domain.Facts.captured;
import static dev.orderbackbone.orderevents.domain.Facts.declined;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.lineOf;
import static dev.orderbackbone.orderevents.domain.Facts.refunded;
import static dev.orderbackbone.orderevents.domain.Facts.refused;
import static dev.orderbackbone.orderevents.domain.Facts.release;
import static dev.orderbackbone.orderevents.domain.Facts.released;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.restocked;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.voidFailed;
import static dev.orderbackbone.orderevents.domain.Facts.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import org.junit.jupiter.api.Test;

/** Facts that come too late, twice, or from nowhere. */
class LateFactsTest {
    private final OrderSubmitted order = submitted(line(1, "cup", 2, 300));

    private Saga rejected() {
        return Saga.placed(order)
                .when(reserved("main"), declined(), released("main"))
                .is(REJECTED);
    }

    @Test
    void voidsASuccessThatArrivesForADeadOrder() {
        Saga saga = rejected().when(authorized(600)).tells(VoidPayment.class).is(REJECTED);

        saga.when(authorized(600)).ignoresIt("duplicate");
        saga.when(voided(600)).tells().is(REJECTED);
        assertThat(saga.order().payment().outstandingMinor()).isZero();
    }

    @Test
    void triesAgainToVoidForADeadOrderWhenAnOperatorSaysSo() {
        rejected()
                .when(authorized(600), voidFailed(), release())
                .tells(VoidPayment.class)
                .is(REJECTED);
    }

    @Test
    void voidsASuccessThatArrivesAfterARefusalWhileTheOrderIsBeingTakenBack() {
        Saga saga = Saga.placed(order).when(reserved("main"), declined()).is(CANCELLING);

        saga.when(authorized(600)).tells(VoidPayment.class);
        saga.when(released("main")).tells().is(CANCELLING);
        saga.when(voided(600)).tells(OrderRejected.class);
    }

    @Test
    void releasesStockThatIsReservedAfterARefusal() {
        Saga saga = Saga.placed(order).when(refused("main")).is(REJECTED);

        saga.when(reserved("main")).tells(ReleaseReservation.class).is(REJECTED);
        saga.when(released("main")).tells();
        saga.when(released("main")).ignoresIt("duplicate");
    }

    @Test
    void paysBackMoneyThatWasTakenForNoShipment() {
        Saga saga = Saga.confirmed(order)
                .when(cancellation(), released("main"), voided(600))
                .is(CANCELLED);

        saga.when(captured("ghost", 600)).tells(RefundPayment.class).is(CANCELLED);
        assertThat(saga.told(RefundPayment.class).refundId()).isEqualTo("capture/ghost");
        assertThat(saga.told(RefundPayment.class).amountMinor()).isEqualTo(600);
        saga.when(captured("ghost", 600)).ignoresIt("duplicate");
        saga.when(refunded("capture/ghost", 600)).tells();
        assertThat(saga.order().payment().refundableMinor()).isZero();
    }

    @Test
    void usesAnAuthorisationThatItHadNotAskedForYet() {
        Saga saga = Saga.placed(order).when(authorized(600)).tells().is(PENDING);

        saga.when(reserved("main")).is(CONFIRMED);
        assertThat(saga.told()).noneMatch(AuthorizePayment.class::isInstance);
    }

    @Test
    void takesADeclineBackWhenTheSuccessCameFirst() {
        Saga.placed(order)
                .when(reserved("main"), authorized(600), declined())
                .ignoresIt("duplicate")
                .is(CONFIRMED);
    }

    @Test
    void ignoresARefusalAfterAReservation() {
        Saga.placed(order)
                .when(reserved("main"), refused("main"))
                .ignoresIt("late")
                .is(PENDING);
    }

    @Test
    void ignoresTheSubmissionThatIsSeenAgainAfterTheAnswerToIt() {
        Saga saga = Saga.placed(order).when(reserved("main"), order).ignoresIt("repeated-submission");

        saga.is(PENDING)
                .when(authorized(600), order)
                .ignoresIt("repeated-submission")
                .is(CONFIRMED);
    }

    @Test
    void saysTheSameAgainWhenItDecidesAgainAfterACrash() {
        OrderDecider decider = new OrderDecider(SagaSettings.STANDARD);
        Saga saga = Saga.placed(order).when(reserved("main"));
        SagaInput answer = SagaInput.of(authorized(600));

        assertThat(decider.decide(saga.order(), Facts.ORDER_ID, answer, saga.now()))
                .isEqualTo(decider.decide(saga.order(), Facts.ORDER_ID, answer, saga.now()));
    }

    @Test
    void failsOnAMessageThatIsNoneOfItsInputs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SagaInput.of(new VoidPayment(Facts.meta(), "")))
                .withMessageContaining("does not read dev.orderbackbone.contract.payment.VoidPayment");
    }

    @Test
    void ignoresAnAnswerThatIsSeenAgain() {
        Saga saga = Saga.placed(submitted(lineOf("north", 1, "cup", 1, 300), lineOf("south", 2, "cup", 1, 300)));
        Message reserved = reserved("north");

        saga.when(reserved, reserved).ignoresIt("duplicate");
        Message refused = refused("south");
        saga.when(refused, refused).ignoresIt("duplicate");
        Message released = released("north");
        saga.when(released, released).ignoresIt("duplicate");
        saga.when(reserved).ignoresIt("duplicate").is(REJECTED);
    }

    @Test
    void ignoresAnswersThatItNeverAskedFor() {
        Saga saga = Saga.confirmed(order);

        saga.when(reserved("elsewhere")).ignoresIt("not-asked");
        saga.when(refused("elsewhere")).ignoresIt("not-asked");
        saga.when(released("elsewhere")).ignoresIt("not-asked");
        saga.when(released("main")).ignoresIt("not-asked");
        saga.when(voided(600)).ignoresIt("not-asked");
        saga.when(voidFailed()).ignoresIt("not-asked");
        saga.when(captureFailed("ghost")).ignoresIt("not-asked");
        saga.when(refunded("ghost", 1)).ignoresIt("not-asked");
        saga.when(Facts.refundFailed("ghost")).ignoresIt("not-asked");
        Saga.placed(order).when(declined()).ignoresIt("not-asked");
        assertThat(saga.status()).isEqualTo(CONFIRMED);
    }

    @Test
    void takesNoStepWhenGoodsAreBackOnTheShelf() {
        Saga.confirmed(order).when(restocked("main", "r1")).ignoresIt("no-step");
    }
}
