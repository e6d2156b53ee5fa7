package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.OrderStatus.CANCELLED;
import static dev.orderbackbone.contract.order.OrderStatus.CANCELLING;
import static dev.orderbackbone.contract.order.OrderStatus.COMPLETED;
import static dev.orderbackbone.contract.order.OrderStatus.EXPIRED;
import static dev.orderbackbone.orderevents.domain.Facts.authorized;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.captureFailed;
import static dev.orderbackbone.orderevents.domain.Facts.captured;
import static dev.orderbackbone.orderevents.domain.Facts.consumed;
import static dev.orderbackbone.orderevents.domain.Facts.declined;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.lineOf;
import static dev.orderbackbone.orderevents.domain.Facts.refused;
import static dev.orderbackbone.orderevents.domain.Facts.release;
import static dev.orderbackbone.orderevents.domain.Facts.released;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.shipment;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.units;
import static dev.orderbackbone.orderevents.domain.Facts.voidFailed;
import static dev.orderbackbone.orderevents.domain.Facts.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What leads to CANCELLING and out of it. */
class CancellingTest {
    private final OrderSubmitted order = submitted(line(1, "cup", 2, 300));

    @Test
    void cancelsWhileReserving() {
        Saga saga = Saga.placed(order).when(cancellation()).tells(OrderCancelling.class, ReleaseReservation.class);
        assertThat(saga.told(OrderCancelling.class).reason()).isEqualTo(CancellationReason.REQUESTED);

        saga.when(reserved("main")).ignoresIt("late").is(CANCELLING);
        saga.when(released("main")).tells(OrderCancelled.class).is(CANCELLED);
        assertThat(saga.told(OrderCancelled.class).detail()).isEqualTo("changed my mind");
    }

    @Test
    void cancelsWhileReservingThoughThePoolRefusesAnyway() {
        Saga.placed(order)
                .when(cancellation(), refused("main"))
                .tells(OrderCancelled.class)
                .is(CANCELLED);
    }

    @Test
    void cancelsWhileAuthorisingAndVoidsTheAuthorisationThatArrivesAfterTheCancellation() {
        Saga saga = Saga.placed(order).when(reserved("main"), cancellation());
        saga.tells(OrderCancelling.class, ReleaseReservation.class);
        saga.when(released("main")).tells().is(CANCELLING);

        saga.when(authorized(600)).tells(VoidPayment.class).is(CANCELLING);
        saga.when(voided(600)).tells(OrderCancelled.class);
    }

    @Test
    void cancelsWhileAuthorisingThoughThePaymentIsDeclinedAnyway() {
        Saga saga = Saga.placed(order)
                .when(reserved("main"), cancellation(), declined())
                .tells()
                .is(CANCELLING);

        saga.when(released("main")).tells(OrderCancelled.class);
    }

    @Test
    void cancelsAConfirmedOrder() {
        Saga saga = Saga.confirmed(order).when(cancellation());
        saga.tells(OrderCancelling.class, ReleaseReservation.class, VoidPayment.class);

        saga.when(voided(600)).tells().is(CANCELLING);
        saga.when(released("main")).tells(OrderCancelled.class).is(CANCELLED);
    }

    @Test
    void cancelsWhileCapturingAndVoidsWhatTheCapturesLeave() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 1)), cancellation());
        saga.tells(OrderCancelling.class, ReleaseReservation.class);

        saga.when(consumed("main", "s1"), released("main")).tells().is(CANCELLING);
        saga.when(captured("s1", 300)).tells(VoidPayment.class);
        saga.when(voided(300)).tells(OrderCompleted.class).is(COMPLETED);
        assertThat(saga.told(OrderCompleted.class).shippedMinor()).isEqualTo(300);
    }

    @Test
    void waitsForThePoolToTakeTheShipmentOffItsShelves() {
        Saga saga = Saga.placed(submitted(lineOf("north", 1, "cup", 1, 300), lineOf("south", 2, "cup", 1, 300)))
                .when(reserved("north"), reserved("south"), authorized(600))
                .when(shipment("s1", units(1, 1)), captured("s1", 300), cancellation());
        saga.tells(OrderCancelling.class, ReleaseReservation.class, VoidPayment.class);
        assertThat(saga.told(ReleaseReservation.class).pool()).isEqualTo("south");

        saga.when(voided(300), released("south")).tells().is(CANCELLING);
        saga.when(consumed("north", "s1")).tells(OrderCompleted.class);
    }

    @Test
    void completesAnOrderThatHadShippedInFullWhenItWasCancelled() {
        Saga saga = Saga.confirmed(order)
                .when(shipment("s1", units(1, 2)), cancellation())
                .tells(OrderCancelling.class);

        saga.when(consumed("main", "s1"), captured("s1", 600)).tells(OrderCompleted.class);
    }

    @Test
    void waitsForAnOperatorWhenACaptureFailsWhileCancelling() {
        Saga saga = Saga.confirmed(order)
                .when(shipment("s1", units(1, 2)), consumed("main", "s1"), cancellation(), captureFailed("s1"));
        saga.tells().is(CANCELLING);

        saga.when(release()).tells(CapturePayment.class).is(CANCELLING);
        saga.when(captured("s1", 600)).tells(OrderCompleted.class);
    }

    @Test
    void waitsForAnOperatorWhenTheVoidFails() {
        Saga saga = Saga.confirmed(order)
                .when(cancellation(), released("main"), voidFailed())
                .tells()
                .is(CANCELLING);

        saga.when(release()).tells(VoidPayment.class).is(CANCELLING);
        saga.when(voided(600)).tells(OrderCancelled.class);
    }

    @Test
    void ignoresARepeatedCancellation() {
        CancellationRequested request = cancellation();
        Saga saga = Saga.confirmed(order).when(request);

        saga.when(request).ignoresIt("duplicate");
        saga.when(cancellation()).ignoresIt("already-cancelling");
        saga.when(released("main"), voided(600)).is(CANCELLED);
        saga.when(request).ignoresIt("duplicate");
        saga.when(cancellation()).ignoresIt("already-cancelling");
    }

    @Test
    void refusesToCancelWhatHasEndedOtherwise() {
        Saga.confirmed(order)
                .when(shipment("s1", units(1, 2)), consumed("main", "s1"), captured("s1", 600), cancellation())
                .refusesIt("not-cancellable", "")
                .is(COMPLETED);
        Saga.placed(order).when(refused("main"), cancellation()).refusesIt("not-cancellable", "");
        Saga.placed(order)
                .after(Duration.ofHours(1))
                .whenDue()
                .when(released("main"), cancellation())
                .refusesIt("not-cancellable", "")
                .is(EXPIRED);
    }

    @Test
    void knowsTheRepetitionOfACancellationThatEndedInAPartialCompletion() {
        CancellationRequested request = cancellation();
        Saga.confirmed(order)
                .when(shipment("s1", units(1, 1)), captured("s1", 300), consumed("main", "s1"), request)
                .when(released("main"), voided(300))
                .is(COMPLETED)
                .when(request)
                .ignoresIt("duplicate");
    }
}
