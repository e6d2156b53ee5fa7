package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.OrderStatus.CANCELLING;
import static dev.orderbackbone.contract.order.OrderStatus.COMPLETED;
import static dev.orderbackbone.contract.order.OrderStatus.CONFIRMED;
import static dev.orderbackbone.contract.order.OrderStatus.HELD;
import static dev.orderbackbone.contract.order.OrderStatus.PENDING;
import static dev.orderbackbone.contract.order.OrderStatus.PROCESSING;
import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;
import static dev.orderbackbone.orderevents.domain.Facts.authorized;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.captureFailed;
import static dev.orderbackbone.orderevents.domain.Facts.captured;
import static dev.orderbackbone.orderevents.domain.Facts.consumed;
import static dev.orderbackbone.orderevents.domain.Facts.declined;
import static dev.orderbackbone.orderevents.domain.Facts.hold;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.refused;
import static dev.orderbackbone.orderevents.domain.Facts.release;
import static dev.orderbackbone.orderevents.domain.Facts.released;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.resolved;
import static dev.orderbackbone.orderevents.domain.Facts.shipment;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.units;
import static dev.orderbackbone.orderevents.domain.Facts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What leads to HELD and out of it. */
class HoldingTest {
    private final OrderSubmitted order = submitted(line(1, "cup", 2, 300));

    private Saga authorising() {
        return Saga.placed(order).when(reserved("main"));
    }

    private Saga capturing() {
        return Saga.confirmed(order).when(shipment("s1", units(1, 2)), consumed("main", "s1"));
    }

    @Test
    void holdsAPendingOrderWhosePaymentNobodyKnowsAndGoesOnWhenItIsKnown() {
        Saga saga = authorising()
                .when(unknown(AUTHORIZE, ""))
                .tells(OrderHeld.class)
                .is(HELD);
        OrderHeld held = saga.told(OrderHeld.class);
        assertThat(held.reason()).isEqualTo(HoldReason.PAYMENT_UNKNOWN);
        assertThat(held.detail()).isEqualTo("AUTHORIZE");
        assertThat(held.heldFrom()).isEqualTo(PENDING);

        saga.when(resolved(AUTHORIZE, "")).tells(OrderReleased.class).is(PENDING);
        assertThat(saga.told(OrderReleased.class).reason()).isEqualTo(HoldReason.PAYMENT_UNKNOWN);
        saga.when(authorized(600)).tells(OrderConfirmed.class);
    }

    @Test
    void rejectsAnOrderThatWasHeldAndTurnsOutToBeDeclined() {
        authorising()
                .when(unknown(AUTHORIZE, ""), resolved(AUTHORIZE, ""), declined(), released("main"))
                .tells(OrderRejected.class);
    }

    @Test
    void takesTheOutcomeItselfForAnEndOfTheUncertainty() {
        authorising()
                .when(unknown(AUTHORIZE, ""), authorized(600))
                .tells(OrderReleased.class, OrderConfirmed.class)
                .when(resolved(AUTHORIZE, ""))
                .ignoresIt("late");
    }

    @Test
    void doesNotExpireWhileItIsHeld() {
        Saga saga = authorising()
                .when(unknown(AUTHORIZE, ""))
                .after(Duration.ofDays(3))
                .whenDue();

        saga.ignoresIt("not-due").is(HELD);
        assertThat(saga.order().deadline()).isNull();
    }

    @Test
    void waitsForTheAnswerOfAnOrderThatIsReleasedAfterItsDeadlineAndExpiresIfNoneComes() {
        Saga saga = authorising()
                .when(unknown(AUTHORIZE, ""))
                .after(Duration.ofDays(3))
                .when(resolved(AUTHORIZE, ""));
        assertThat(saga.order().deadline()).isEqualTo(saga.now().plus(Duration.ofMinutes(1)));

        saga.whenDue().ignoresIt("not-due");
        saga.after(Duration.ofMinutes(1)).whenDue().is(CANCELLING);
    }

    @Test
    void holdsAnOrderWhoseCaptureNobodyKnows() {
        capturing()
                .when(unknown(CAPTURE, "s1"))
                .tells(OrderHeld.class)
                .when(captured("s1", 600))
                .tells(OrderReleased.class, OrderCompleted.class)
                .is(COMPLETED);
    }

    @Test
    void staysHeldUntilTheLastUnknownOutcomeIsKnown() {
        Saga saga = Saga.confirmed(order)
                .when(shipment("s1", units(1, 1)), shipment("s2", units(1, 1)), unknown(CAPTURE, "s1"));

        saga.when(unknown(CAPTURE, "s2")).tells().is(HELD);
        saga.when(captured("s1", 300)).tells().is(HELD);
        saga.when(captured("s2", 300)).tells(OrderReleased.class).is(PROCESSING);
    }

    @Test
    void holdsAnOrderWhoseCaptureFailsAndCapturesAgainWhenAnOperatorReleasesIt() {
        Saga saga = capturing().when(captureFailed("s1")).tells(OrderHeld.class).is(HELD);
        assertThat(saga.told(OrderHeld.class).reason()).isEqualTo(HoldReason.CAPTURE_FAILED);
        assertThat(saga.told(OrderHeld.class).detail()).isEqualTo("s1: expired_authorization");

        saga.when(release()).tells(CapturePayment.class, OrderReleased.class).is(PROCESSING);
        assertThat(saga.told(CapturePayment.class).captureId()).isEqualTo("s1");
        assertThat(saga.told(CapturePayment.class).amountMinor()).isEqualTo(600);
        saga.when(captured("s1", 600)).tells(OrderCompleted.class);
    }

    @Test
    void recordsAnswersWhileAnOperatorHoldsTheOrderAndCatchesUpOnTheRelease() {
        Saga saga = Saga.placed(order).when(hold()).tells(OrderHeld.class);
        saga.when(reserved("main")).tells().is(HELD);

        saga.when(release()).tells(OrderReleased.class, AuthorizePayment.class).is(PENDING);
        assertThat(saga.told(OrderReleased.class).reason()).isEqualTo(HoldReason.OPERATOR);
    }

    @Test
    void rejectsAnOrderThatWasRefusedWhileItWasHeldOnlyAfterTheRelease() {
        Saga.placed(order)
                .when(hold(), refused("main"))
                .tells()
                .is(HELD)
                .when(release())
                .tells(OrderReleased.class, OrderRejected.class);
    }

    @Test
    void cancelsAHeldOrderOfWhichNothingIsReservedAtOnce() {
        Saga.placed(order)
                .when(hold(), refused("main"), cancellation())
                .tells(OrderCancelling.class, OrderCancelled.class);
    }

    @Test
    void holdsAConfirmedOrderForAnOperator() {
        Saga saga = Saga.confirmed(order).when(hold());

        assertThat(saga.told(OrderHeld.class).heldFrom()).isEqualTo(CONFIRMED);
        saga.when(release()).tells(OrderReleased.class).is(CONFIRMED);
    }

    @Test
    void staysHeldUntilTheLastReasonIsGone() {
        Saga saga = authorising().when(hold(), unknown(AUTHORIZE, "")).tells().is(HELD);

        saga.when(release()).tells().is(HELD);
        saga.when(resolved(AUTHORIZE, "")).tells(OrderReleased.class).is(PENDING);
    }

    @Test
    void doesNotLetAnOperatorWaveAnUnknownOutcomeThrough() {
        authorising()
                .when(unknown(AUTHORIZE, ""), release())
                .refusesIt("outcome-unknown", "")
                .is(HELD);
    }

    @Test
    void refusesAReleaseOfAnOrderThatWaitsForNone() {
        Saga.confirmed(order).when(release()).refusesIt("not-held", "");
    }

    @Test
    void holdsAgainForNoRepetitionOfARequestThatWasReleased() {
        HoldRequested hold = hold();
        ReleaseRequested release = release();
        Saga saga = Saga.confirmed(order).when(hold);
        saga.when(hold()).ignoresIt("already-held");

        saga.when(release, hold).ignoresIt("duplicate").is(CONFIRMED);
        saga.when(hold(), release).ignoresIt("duplicate").is(HELD);
    }

    @Test
    void cancelsAHeldOrderAndWaitsForTheOutcome() {
        Saga saga = authorising().when(unknown(AUTHORIZE, ""), cancellation());
        saga.tells(OrderCancelling.class, ReleaseReservation.class).is(CANCELLING);

        saga.when(released("main"), resolved(AUTHORIZE, "")).tells().is(CANCELLING);
        saga.when(declined()).tells(OrderCancelled.class);
    }

    @Test
    void holdsNoOrderThatIsBeingCancelledOrHasEnded() {
        Saga.confirmed(order).when(cancellation(), hold()).refusesIt("not-holdable", "");
        capturing().when(captured("s1", 600), hold()).refusesIt("not-holdable", "");
        Saga.confirmed(order).when(cancellation(), unknown(VOID, "")).tells().is(CANCELLING);
    }

    @Test
    void ignoresAnUnknownOutcomeOfSomethingThatIsKnownOrWasNeverAsked() {
        Saga.confirmed(order).when(unknown(AUTHORIZE, "")).ignoresIt("late");
        authorising().when(unknown(AUTHORIZE, ""), unknown(AUTHORIZE, "")).ignoresIt("duplicate");
        Saga.placed(order).when(unknown(AUTHORIZE, "")).ignoresIt("not-asked");
        Saga.confirmed(order).when(unknown(REFUND, "r1")).ignoresIt("not-asked");
        Saga.confirmed(order).when(resolved(REFUND, "r1")).ignoresIt("not-asked");
        Saga.placed(order).when(resolved(AUTHORIZE, "")).ignoresIt("not-asked");
    }
}
