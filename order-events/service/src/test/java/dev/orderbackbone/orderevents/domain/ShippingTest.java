package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.OrderStatus.COMPLETED;
import static dev.orderbackbone.contract.order.OrderStatus.HELD;
import static dev.orderbackbone.contract.order.OrderStatus.PROCESSING;
import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.orderevents.domain.Facts.authorized;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.captured;
import static dev.orderbackbone.orderevents.domain.Facts.charge;
import static dev.orderbackbone.orderevents.domain.Facts.consumed;
import static dev.orderbackbone.orderevents.domain.Facts.hold;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.lineOf;
import static dev.orderbackbone.orderevents.domain.Facts.reserved;
import static dev.orderbackbone.orderevents.domain.Facts.shipment;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.units;
import static dev.orderbackbone.orderevents.domain.Facts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.contract.payment.CapturePayment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From CONFIRMED over PROCESSING to COMPLETED. */
class ShippingTest {
    private final OrderSubmitted order =
            submitted(List.of(charge(250)), line(1, "cup", 4, 300), line(2, "pot", 1, 900));

    @Test
    void consumesAndCapturesWhatLeaves() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 3)));
        saga.tells(OrderShipped.class, ConsumeReservation.class, CapturePayment.class)
                .is(PROCESSING);

        assertThat(saga.told(OrderShipped.class).lines()).containsExactly(units(1, 3));
        assertThat(saga.told(OrderShipped.class).carrier()).isEqualTo("carrier");
        assertThat(saga.told(ConsumeReservation.class).lines()).containsExactly(new StockLine("cup", 3));
        assertThat(saga.told(ConsumeReservation.class).shipmentId()).isEqualTo("s1");
        assertThat(saga.told(CapturePayment.class).captureId()).isEqualTo("s1");
        assertThat(saga.told(CapturePayment.class).amountMinor()).isEqualTo(1_150);
    }

    @Test
    void takesTheChargesWithTheFirstShipment() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 1)));
        assertThat(saga.told(OrderShipped.class).amountMinor()).isEqualTo(550);

        saga.when(shipment("s2", units(1, 3), units(2, 1)));
        assertThat(saga.told(OrderShipped.class).amountMinor()).isEqualTo(1_800);
    }

    /** A discount, three shipments of one cup at 100 each, and what each of them is worth. */
    @ParameterizedTest
    @CsvSource({"0,100,100,100", "-30,70,100,100", "-100,0,100,100", "-150,0,50,100", "-300,0,0,0", "50,150,100,100"})
    void usesUpADiscountThatExceedsAShipmentWithTheNextOnes(long charges, long first, long second, long third) {
        Saga saga = Saga.confirmed(submitted(List.of(charge(charges)), line(1, "cup", 3, 100)));

        for (long amount : List.of(first, second, third)) {
            saga.when(shipment("worth-" + saga.now(), units(1, 1)));
            assertThat(saga.told(OrderShipped.class).amountMinor()).isEqualTo(amount);
            assertThat(saga.told().stream().anyMatch(CapturePayment.class::isInstance))
                    .isEqualTo(amount > 0);
        }
        assertThat(saga.order().shippedMinor()).isEqualTo(300 + charges);
    }

    @Test
    void completesWhenAllHasShippedIsCapturedAndConsumed() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 4), units(2, 1)));
        saga.when(captured("s1", 2_350)).tells().is(PROCESSING);

        saga.when(consumed("main", "s1")).tells(OrderCompleted.class).is(COMPLETED);
        assertThat(saga.told(OrderCompleted.class).shippedMinor()).isEqualTo(2_350);
    }

    @Test
    void doesNotCompleteWhileGoodsAreStillToShip() {
        Saga.confirmed(order)
                .when(shipment("s1", units(1, 4)), consumed("main", "s1"), captured("s1", 1_450))
                .tells()
                .is(PROCESSING);
    }

    @Test
    void waitsForEveryPoolOfAShipment() {
        Saga saga = Saga.placed(submitted(lineOf("north", 1, "cup", 1, 300), lineOf("south", 2, "cup", 1, 300)))
                .when(reserved("north"), reserved("south"), authorized(600), shipment("s1", units(1, 1), units(2, 1)));
        saga.tells(OrderShipped.class, ConsumeReservation.class, ConsumeReservation.class, CapturePayment.class);

        saga.when(captured("s1", 600), consumed("south", "s1")).tells();
        saga.when(consumed("south", "s1")).ignoresIt("duplicate");
        saga.when(consumed("north", "s1")).tells(OrderCompleted.class);
    }

    @Test
    void completesAFreeOrderWithoutMoney() {
        Saga.confirmed(submitted(line(1, "sample", 1, 0)))
                .when(shipment("s1", units(1, 1)), consumed("main", "s1"))
                .tells(OrderCompleted.class);
    }

    @Test
    void shipsTheSameShipmentOnce() {
        ShipmentDispatched shipment = shipment("s1", units(1, 1));
        Saga saga = Saga.confirmed(order).when(shipment);

        saga.when(shipment).ignoresIt("duplicate");
        saga.when(shipment("s1", units(1, 1))).ignoresIt("duplicate");
        saga.when(shipment("s1", units(1, 2))).refusesIt("other-content", "/shipmentId");
    }

    @Test
    void knowsAShipmentAgainWhenTheOrderHasLongEnded() {
        ShipmentDispatched shipment = shipment("s1", units(1, 4), units(2, 1));
        Saga saga = Saga.confirmed(order).when(shipment, consumed("main", "s1"), captured("s1", 2_350));

        saga.is(COMPLETED).when(shipment).ignoresIt("duplicate");
    }

    @Test
    void refusesAShipmentOfAnUnconfirmedOrder() {
        Saga.placed(order).when(shipment("s1", units(1, 1))).refusesIt("order-not-confirmed", "");
        Saga.placed(order)
                .when(reserved("main"), unknown(AUTHORIZE, ""), shipment("s1", units(1, 1)))
                .refusesIt("order-not-confirmed", "");
    }

    @Test
    void refusesMoreThanIsLeftToShip() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 3)));

        saga.when(shipment("s2", units(2, 1), units(1, 2))).refusesIt("exceeds-unshipped", "/lines/1/quantity");
        saga.when(shipment("s2", units(1, 1), units(1, 1))).refusesIt("exceeds-unshipped", "/lines/1/quantity");
        saga.when(shipment("s2", units(3, 1))).refusesIt("unknown-line", "/lines/0/lineNumber");
        saga.when(shipment("s2", units(0, 1))).refusesIt("unknown-line", "/lines/0/lineNumber");
    }

    @Test
    void refusesAShipmentWhileAnOperatorHoldsTheOrder() {
        Saga.confirmed(order)
                .when(hold(), shipment("s1", units(1, 1)))
                .refusesIt("order-held", "")
                .is(HELD);
    }

    @Test
    void acceptsGoodsThatLeftWhileOnlyThePaymentIsUnclear() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 1)), unknown(CAPTURE, "s1"));

        saga.when(shipment("s2", units(1, 1)))
                .tells(OrderShipped.class, ConsumeReservation.class, CapturePayment.class);
        saga.is(HELD).when(captured("s1", 550)).tells(OrderReleased.class).is(PROCESSING);
    }

    @Test
    void refusesAShipmentOfAnOrderThatIsBeingCancelledOrHasEnded() {
        Saga.confirmed(order).when(cancellation(), shipment("s1", units(1, 1))).refusesIt("order-closed", "");
        Saga.confirmed(order)
                .when(shipment("s1", units(1, 4), units(2, 1)), consumed("main", "s1"), captured("s1", 2_350))
                .when(shipment("s2", units(1, 1)))
                .refusesIt("order-closed", "");
    }

    @Test
    void limitsTheNumberOfShipments() {
        Saga saga = Saga.confirmed(submitted(line(1, "pin", 2_000, 1)));
        for (int number = 1; number <= Shipping.MOST_SHIPMENTS; number++) {
            saga.when(shipment("s" + number, units(1, 1)));
        }

        saga.is(PROCESSING).when(shipment("one-more", units(1, 1))).refusesIt("shipments-limit", "/shipmentId");
    }

    @Test
    void takesNoFurtherShipmentWhileTooManyAnswersOfPoolsAreToCome() {
        int pools = 1_000;
        Saga saga = Saga.placed(submitted(IntStream.rangeClosed(1, pools)
                .mapToObj(n -> lineOf("pool" + n, n, "pin", 30, 1))
                .toArray(OrderLine[]::new)));
        IntStream.rangeClosed(1, pools).forEach(n -> saga.when(reserved("pool" + n)));
        saga.when(authorized(30L * pools));
        ShippedLine[] oneOfEach =
                IntStream.rangeClosed(1, pools).mapToObj(n -> units(n, 1)).toArray(ShippedLine[]::new);
        for (int waiting = 0; waiting < Shipping.MOST_UNCONSUMED; waiting += pools) {
            saga.when(shipment("s" + waiting, oneOfEach));
        }

        saga.when(shipment("one-more", oneOfEach)).refusesIt("shipments-under-way", "/lines");
        saga.when(consumed("pool1", "s0"), shipment("one-more", units(1, 1)))
                .tells(OrderShipped.class, ConsumeReservation.class, CapturePayment.class);
    }

    @Test
    void ignoresTheConsumptionOfAShipmentThatItDoesNotKnow() {
        Saga.confirmed(order).when(consumed("main", "s9")).ignoresIt("not-asked");
    }
}
