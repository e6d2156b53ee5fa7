package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.contract.order.OrderStatus.COMPLETED;
import static dev.orderbackbone.contract.order.OrderStatus.HELD;
import static dev.orderbackbone.contract.order.OrderStatus.PROCESSING;
import static dev.orderbackbone.orderevents.domain.Facts.back;
import static dev.orderbackbone.orderevents.domain.Facts.cancellation;
import static dev.orderbackbone.orderevents.domain.Facts.captured;
import static dev.orderbackbone.orderevents.domain.Facts.charge;
import static dev.orderbackbone.orderevents.domain.Facts.consumed;
import static dev.orderbackbone.orderevents.domain.Facts.hold;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.refundFailed;
import static dev.orderbackbone.orderevents.domain.Facts.refunded;
import static dev.orderbackbone.orderevents.domain.Facts.release;
import static dev.orderbackbone.orderevents.domain.Facts.released;
import static dev.orderbackbone.orderevents.domain.Facts.returned;
import static dev.orderbackbone.orderevents.domain.Facts.shipment;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static dev.orderbackbone.orderevents.domain.Facts.units;
import static dev.orderbackbone.orderevents.domain.Facts.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturningTest {
    private final OrderSubmitted order =
            submitted(List.of(charge(250)), line(1, "cup", 4, 300), line(2, "pot", 1, 900));

    private Saga completed() {
        return Saga.confirmed(order)
                .when(shipment("s1", units(1, 4), units(2, 1)), consumed("main", "s1"), captured("s1", 2_350))
                .is(COMPLETED);
    }

    @Test
    void refundsThePriceAndRestocksWhatComesBackAfterTheEnd() {
        Saga saga = completed().when(returned("r1", back(1, 2), writtenOff(2, 1)));
        saga.tells(OrderReturned.class, ReturnStock.class, RefundPayment.class).is(COMPLETED);

        assertThat(saga.told(OrderReturned.class).refundMinor()).isEqualTo(1_500);
        assertThat(saga.told(OrderReturned.class).reason()).isEqualTo("too small");
        assertThat(saga.told(ReturnStock.class).lines()).containsExactly(new StockLine("cup", 2));
        assertThat(saga.told(RefundPayment.class).refundId()).isEqualTo("r1");
        assertThat(saga.told(RefundPayment.class).amountMinor()).isEqualTo(1_500);
        saga.when(refunded("r1", 1_500)).tells();
    }

    @Test
    void refundsOnlyOnceTheMoneyOfTheShipmentsIsCaptured() {
        Saga saga = Saga.confirmed(order)
                .when(shipment("s1", units(1, 1)), shipment("s2", units(1, 1)), captured("s1", 550));
        saga.when(returned("r1", back(1, 1)))
                .tells(OrderReturned.class, ReturnStock.class)
                .is(PROCESSING);

        saga.when(captured("s2", 300)).tells(RefundPayment.class);
        assertThat(saga.told(RefundPayment.class).amountMinor()).isEqualTo(300);
    }

    @Test
    void refundsBeforeItCompletesWhenTheLastCaptureComes() {
        Saga.confirmed(order)
                .when(shipment("s1", units(1, 4), units(2, 1)), consumed("main", "s1"), returned("r1", back(2, 1)))
                .when(captured("s1", 2_350))
                .tells(RefundPayment.class, OrderCompleted.class);
    }

    @Test
    void keepsARefundBackWhileAnOperatorHoldsTheOrder() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 2)), captured("s1", 850), hold());

        saga.when(returned("r1", back(1, 1)))
                .tells(OrderReturned.class, ReturnStock.class)
                .is(HELD);
        saga.when(release()).tells(OrderReleased.class, RefundPayment.class);
    }

    @Test
    void takesReturnsOfAnOrderWhoseRestIsBeingCancelled() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 1)), consumed("main", "s1"), cancellation());
        saga.when(returned("r1", back(1, 1))).tells(OrderReturned.class, ReturnStock.class);

        saga.when(captured("s1", 550)).tells(RefundPayment.class, VoidPayment.class);
        saga.when(Facts.voided(1_800), released("main")).tells(OrderCompleted.class);
    }

    @Test
    void neverRefundsMoreThanWasPaid() {
        OrderSubmitted discounted = submitted(List.of(charge(-500)), line(1, "cup", 2, 300));
        Saga saga = Saga.confirmed(discounted)
                .when(shipment("s1", units(1, 2)), consumed("main", "s1"), captured("s1", 100));

        saga.when(returned("r1", back(1, 1)));
        assertThat(saga.told(OrderReturned.class).refundMinor()).isEqualTo(100);
        saga.when(returned("r2", back(1, 1))).tells(OrderReturned.class, ReturnStock.class);
        assertThat(saga.told(OrderReturned.class).refundMinor()).isZero();
    }

    @Test
    void refundsNothingForFreeGoods() {
        Saga.confirmed(submitted(line(1, "sample", 1, 0)))
                .when(shipment("s1", units(1, 1)), consumed("main", "s1"), returned("r1", writtenOff(1, 1)))
                .tells(OrderReturned.class);
    }

    @Test
    void refusesAReturnOfMoreThanWasShipped() {
        Saga saga = Saga.confirmed(order).when(shipment("s1", units(1, 3)), captured("s1", 1_150));
        saga.when(returned("r1", back(1, 2))).is(PROCESSING);

        saga.when(returned("r2", back(1, 2))).refusesIt("exceeds-shipped", "/lines/0/quantity");
        saga.when(returned("r2", back(1, 1), writtenOff(1, 1))).refusesIt("exceeds-shipped", "/lines/1/quantity");
        saga.when(returned("r2", back(2, 1))).refusesIt("exceeds-shipped", "/lines/0/quantity");
        saga.when(returned("r2", back(9, 1))).refusesIt("unknown-line", "/lines/0/lineNumber");
        saga.when(returned("r2", back(1, 1))).tells(OrderReturned.class, ReturnStock.class, RefundPayment.class);
    }

    @Test
    void refusesAReturnOfAnOrderOfWhichNothingHasShipped() {
        Saga.placed(order).when(returned("r1", back(1, 1))).refusesIt("exceeds-shipped", "/lines/0/quantity");
    }

    @Test
    void takesTheSameReturnOnce() {
        ReturnReceived received = returned("r1", back(1, 1));
        Saga saga = completed().when(received);

        saga.when(received).ignoresIt("duplicate");
        saga.when(returned("r1", back(1, 1))).ignoresIt("duplicate");
        saga.when(returned("r1", writtenOff(1, 1))).refusesIt("other-content", "/returnId");
    }

    @Test
    void refundsAgainWhenTheGatewayHadRefusedAndAnOperatorSaysSo() {
        Saga saga = completed()
                .when(returned("r1", back(1, 1)), refundFailed("r1"))
                .tells()
                .is(COMPLETED);

        saga.when(release()).tells(RefundPayment.class).is(COMPLETED);
        assertThat(saga.told(RefundPayment.class).refundId()).isEqualTo("r1");
        saga.when(refunded("r1", 300), release()).refusesIt("not-held", "");
    }

    @Test
    void limitsTheNumberOfReturns() {
        Saga saga = Saga.confirmed(submitted(line(1, "pin", 2_000, 1)))
                .when(shipment("s1", units(1, 2_000)), captured("s1", 2_000));
        for (int number = 1; number <= Returning.MOST_RETURNS; number++) {
            saga.when(returned("r" + number, back(1, 1)));
        }

        saga.when(returned("one-more", back(1, 1))).refusesIt("returns-limit", "/returnId");
    }
}
