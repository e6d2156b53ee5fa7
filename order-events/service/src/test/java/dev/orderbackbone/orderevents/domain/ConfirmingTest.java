package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.OrderStatus.CANCELLING;
import static dev.orderbackbone.contract.order.OrderStatus.CONFIRMED;
import static dev.orderbackbone.contract.order.OrderStatus.EXPIRED;
import static dev.orderbackbone.contract.order.OrderStatus.PENDING;
import static dev.orderbackbone.contract.order.OrderStatus.REJECTED;
import static dev.orderbackbone.orderevents.domain.Facts.authorized;
import static dev.orderbackbone.orderevents.domain.Facts.declined;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.lineOf;
import static dev.orderbackbone.orderevents.domain.Facts.refused;
import static dev.orderbackbone.orderevents.domain.Facts.released;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.voided;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What leads out of PENDING. */
class ConfirmingTest {
    private final OrderSubmitted onePool = submitted(line(1, "cup", 2, 300));
    private final OrderSubmitted twoPools =
            submitted(lineOf("north", 1, "cup", 2, 300), lineOf("south", 2, "pot", 1, 900));

    @Test
    void confirmsWhenAllIsReservedAndAuthorised() {
        Saga saga = Saga.placed(twoPools).when(reserved("north"), reserved("south"));
        AuthorizePayment asked = saga.told(AuthorizePayment.class);
        assertThat(asked.amountMinor()).isEqualTo(1_500);
        assertThat(asked.currency()).isEqualTo("GBP");

        saga.when(authorized(1_500)).tells(OrderConfirmed.class).is(CONFIRMED);
        assertThat(saga.told(OrderConfirmed.class).authorizedMinor()).isEqualTo(1_500);
        assertThat(saga.told(OrderConfirmed.class).meta().sequence()).isEqualTo(2);
    }

    @Test
    void confirmsAFreeOrderWithoutAskingForMoney() {
        Saga saga = Saga.placed(submitted(line(1, "sample", 1, 0))).when(reserved("main"));

        saga.tells(OrderConfirmed.class).is(CONFIRMED);
        assertThat(saga.told(OrderConfirmed.class).authorizedMinor()).isZero();
    }

    @Test
    void rejectsAtOnceWhenTheOnlyPoolRefuses() {
        Saga saga = Saga.placed(onePool)
                .when(refused("main"))
                .tells(OrderRejected.class)
                .is(REJECTED);

        assertThat(saga.told(OrderRejected.class).reason()).isEqualTo(CancellationReason.OUT_OF_STOCK);
        assertThat(saga.told(OrderRejected.class).detail()).isEqualTo("short in main: cup (1 of 3)");
    }

    @Test
    void namesFiveShortSkusAndCountsTheOthers() {
        StockRefused answer = new StockRefused(
                Facts.meta(),
                "main",
                1,
                IntStream.range(0, 7).mapToObj(n -> new Shortage("s" + n, 2, 0)).toList());
        Saga saga = Saga.placed(onePool).when(answer);

        assertThat(saga.told(OrderRejected.class).detail())
                .contains("s4 (0 of 2) and 2 more")
                .doesNotContain("s5");
    }

    @Test
    void keepsWhatWasShortOfFivePoolsOnly() {
        OrderSubmitted manyPools = submitted(IntStream.rangeClosed(1, 8)
                .mapToObj(n -> lineOf("pool" + n, n, "cup", 1, 1))
                .toArray(OrderLine[]::new));
        Saga saga = Saga.placed(manyPools).when(Facts.hold());
        IntStream.rangeClosed(1, 8).forEach(n -> saga.when(refused("pool" + n)));

        saga.when(Facts.release());
        assertThat(saga.told(OrderRejected.class).detail())
                .contains("short in pool5")
                .doesNotContain("short in pool6", "null");
    }

    @Test
    void releasesTheOtherPoolsWhenOneRefusesAndThenRejects() {
        Saga saga = Saga.placed(twoPools).when(reserved("north"), refused("south"));
        saga.tells(OrderCancelling.class, ReleaseReservation.class).is(CANCELLING);
        assertThat(saga.told(ReleaseReservation.class).pool()).isEqualTo("north");

        saga.when(released("north")).tells(OrderRejected.class).is(REJECTED);
        assertThat(saga.told(OrderRejected.class).reason()).isEqualTo(CancellationReason.OUT_OF_STOCK);
    }

    @Test
    void releasesAPoolThatHasNotAnsweredYetWhenAnotherRefuses() {
        Saga saga = Saga.placed(twoPools).when(refused("south"));
        saga.tells(OrderCancelling.class, ReleaseReservation.class);

        saga.when(reserved("north")).ignoresIt("late");
        saga.when(released("north")).tells(OrderRejected.class);
    }

    @Test
    void rejectsWhenThePoolToBeReleasedRefusesTooAndSoHoldsNothing() {
        Saga saga =
                Saga.placed(twoPools).when(refused("south"), refused("north")).tells(OrderRejected.class);

        assertThat(saga.told(OrderRejected.class).meta().sequence()).isEqualTo(3);
    }

    @Test
    void releasesEveryPoolOfADeclinedOrderAndThenRejectsIt() {
        Saga saga = Saga.placed(twoPools).when(reserved("north"), reserved("south"), declined());
        saga.tells(OrderCancelling.class, ReleaseReservation.class, ReleaseReservation.class);
        assertThat(saga.told(OrderCancelling.class).reason()).isEqualTo(CancellationReason.PAYMENT_DECLINED);

        saga.when(released("south")).tells();
        saga.when(released("north")).tells(OrderRejected.class).is(REJECTED);
        assertThat(saga.told(OrderRejected.class).detail()).isEqualTo("insufficient_funds");
    }

    @Test
    void doesNotConfirmAnOrderForWhichTooLittleIsAuthorised() {
        Saga saga = Saga.placed(onePool).when(reserved("main"), authorized(599)).is(CANCELLING);
        assertThat(saga.told(OrderCancelling.class).detail()).isEqualTo("authorised 599 of 600");
        saga.tells(OrderCancelling.class, ReleaseReservation.class, VoidPayment.class);

        saga.when(voided(599), released("main")).tells(OrderRejected.class);
    }

    @Test
    void expiresAtTheDeadlineAndTakesBackWhatWasAskedFor() {
        Saga saga = Saga.placed(onePool).after(Duration.ofMinutes(30)).whenDue();
        saga.tells(OrderCancelling.class, ReleaseReservation.class).is(CANCELLING);
        assertThat(saga.told(OrderCancelling.class).reason()).isEqualTo(CancellationReason.EXPIRED);

        saga.when(reserved("main")).ignoresIt("late");
        saga.when(released("main")).tells(OrderExpired.class).is(EXPIRED);
    }

    @Test
    void givesADeadlineItsOwnIdsCausedByTheLatestInput() {
        Saga saga = Saga.placed(onePool);
        var placed = saga.told();
        saga.after(Duration.ofMinutes(30)).whenDue();

        assertThat(saga.told())
                .extracting(message -> message.meta().causationId())
                .containsOnly(onePool.meta().eventId());
        assertThat(saga.told())
                .extracting(message -> message.meta().eventId().getLeastSignificantBits())
                .doesNotContainAnyElementsOf(placed.stream()
                        .map(message -> message.meta().eventId().getLeastSignificantBits())
                        .toList());
    }

    @Test
    void doesNotExpireBeforeTheDeadlineNorOnceConfirmed() {
        Saga saga = Saga.placed(onePool).after(Duration.ofMinutes(29)).whenDue();
        saga.ignoresIt("not-due").is(PENDING);
        assertThat(saga.order().deadline()).isEqualTo(Facts.NOON.plusSeconds(1).plus(Duration.ofMinutes(30)));

        saga.when(reserved("main"), authorized(600)).after(Duration.ofDays(1)).whenDue();
        saga.ignoresIt("not-due").is(CONFIRMED);
        assertThat(saga.order().deadline()).isNull();
    }

    @Test
    void voidsAnAuthorisationThatArrivesAfterTheExpiry() {
        Saga saga = Saga.placed(onePool)
                .when(reserved("main"))
                .after(Duration.ofHours(1))
                .whenDue();
        saga.tells(OrderCancelling.class, ReleaseReservation.class);

        saga.when(released("main")).tells().is(CANCELLING);
        saga.when(authorized(600)).tells(VoidPayment.class);
        saga.when(voided(600)).tells(OrderExpired.class).is(EXPIRED);
    }
}
