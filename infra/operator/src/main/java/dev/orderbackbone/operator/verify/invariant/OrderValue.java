package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderHeld;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReleased;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.operator.verify.evidence.LogRecord;

/** What an order's own events say about value, checked as they come: they stand in one partition, so each prefix can be judged. */
final class OrderValue {
    private OrderValue() {}

    static void see(OrderMoney money, LogRecord record, OrderEvent event, Complaint complaint) {
        switch (event) {
            case OrderPlaced placed -> placed(money, record, placed, complaint);
            case OrderConfirmed confirmed -> confirmed(money, record, confirmed, complaint);
            case OrderShipped shipped -> shipped(money, record, shipped, complaint);
            case OrderReturned returned -> returned(money, record, returned, complaint);
            case OrderCompleted completed -> completed(money, record, completed, complaint);
            case OrderHeld held -> {}
            case OrderReleased released -> {}
            case OrderCancelling cancelling -> {}
            case OrderCancelled cancelled -> {}
            case OrderExpired expired -> {}
            case OrderRejected rejected -> {}
        }
        money.follow(record, event);
    }

    private static void placed(OrderMoney money, LogRecord record, OrderPlaced event, Complaint complaint) {
        money.placed = true;
        money.goods = OrderGoods.of(event);
        money.currency = event.currency().intern();
        money.totalMinor = event.totalMinor();
        money.chargesLeftMinor = OrderGoods.chargesMinor(event);
        long sumMinor = money.goods.orderedMinor() + money.chargesLeftMinor;
        if (sumMinor != event.totalMinor()) {
            complaint.raise(
                    "total " + sumMinor + ", the sum of lines and charges",
                    "total " + event.totalMinor(),
                    PackedPlace.of(record));
        }
    }

    private static void confirmed(OrderMoney money, LogRecord record, OrderConfirmed event, Complaint complaint) {
        money.confirmedPlace = PackedPlace.of(record);
        money.confirmedSettled = record.settled();
        if (event.authorizedMinor() != money.totalMinor) {
            complaint.raise(
                    "confirmed with the total, " + money.totalMinor + ", authorised",
                    "authorised " + event.authorizedMinor(),
                    PackedPlace.of(record));
        }
    }

    private static void shipped(OrderMoney money, LogRecord record, OrderShipped event, Complaint complaint) {
        long place = PackedPlace.of(record);
        if (!money.goods.ship(event.lines())) {
            complaint.raise(
                    "lines of the order, with no more shipped than ordered",
                    event.lines().toString(),
                    place);
        }
        long valueMinor = money.goods.shippedMinor(event.lines()) + money.chargesLeftMinor;
        long dueMinor = Math.max(0, valueMinor);
        money.chargesLeftMinor = valueMinor - dueMinor;
        if (event.amountMinor() != dueMinor) {
            complaint.raise(
                    "shipment " + event.shipmentId() + " worth " + dueMinor
                            + ", its goods and the charges that are left",
                    Long.toString(event.amountMinor()),
                    place);
        }
        if (!money.shipments.add(Movement.of(event.shipmentId(), event.amountMinor(), record))) {
            complaint.raise("shipment " + event.shipmentId() + " once", "shipped again", place);
        }
    }

    private static void returned(OrderMoney money, LogRecord record, OrderReturned event, Complaint complaint) {
        long place = PackedPlace.of(record);
        if (!money.goods.takeBack(event.lines())) {
            complaint.raise(
                    "lines of the order, with no more returned than shipped",
                    event.lines().toString(),
                    place);
        }
        // Only the price of the goods is paid back, and never more than was paid: a discount can make that less.
        long goodsMinor = money.goods.returnedMinor(event.lines());
        long mostMinor = money.shipments.sumMinor() - money.returns.sumMinor();
        long refundMinor = Math.min(goodsMinor, mostMinor);
        if (event.refundMinor() != refundMinor) {
            complaint.raise(
                    "return " + event.returnId() + " worth " + refundMinor
                            + ", the price of its goods or what is left to refund",
                    Long.toString(event.refundMinor()),
                    place);
        }
        if (!money.returns.add(Movement.of(event.returnId(), event.refundMinor(), record))) {
            complaint.raise("return " + event.returnId() + " once", "returned again", place);
        }
    }

    private static void completed(OrderMoney money, LogRecord record, OrderCompleted event, Complaint complaint) {
        long shippedMinor = money.shipments.sumMinor();
        if (event.shippedMinor() != shippedMinor) {
            complaint.raise(
                    "completed with " + shippedMinor + " shipped",
                    Long.toString(event.shippedMinor()),
                    PackedPlace.of(record));
        }
        if (!money.cancelling && !money.goods.isAllShipped()) {
            complaint.raise(
                    "every line shipped, as nothing was cancelled",
                    "lines that have not shipped",
                    PackedPlace.of(record));
        }
    }
}
