package dev.orderbackbone.projection.domain;

import dev.orderbackbone.contract.order.Charge;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order's events say beside their meta, as JSON by the names of their fields. Lines and charges of the order stand elsewhere. */
public final class OrderDetails {
    private OrderDetails() {}

    /** The details of an event: a JSON object. */
    public static String of(OrderEvent event) {
        JsonText json = new JsonText();
        switch (event) {
            case OrderPlaced placed ->
                json.field("totalMinor", placed.totalMinor())
                        .field("currency", placed.currency())
                        .field("lineCount", placed.lines().size());
            case OrderConfirmed confirmed -> json.field("authorizedMinor", confirmed.authorizedMinor());
            case OrderHeld held ->
                json.field("reason", held.reason().name())
                        .field("detail", held.detail())
                        .field("heldFrom", held.heldFrom().name());
            case OrderReleased released ->
                json.field("reason", released.reason().name())
                        .field("resumed", released.resumed().name());
            case OrderCancelling cancelling ->
                json.field("reason", cancelling.reason().name()).field("detail", cancelling.detail());
            case OrderCancelled cancelled -> json.field("detail", cancelled.detail());
            case OrderExpired _ -> {}
            case OrderRejected rejected ->
                json.field("reason", rejected.reason().name()).field("detail", rejected.detail());
            case OrderShipped shipped -> ship(json, shipped);
            case OrderReturned returned -> takeBack(json, returned);
            case OrderCompleted completed -> json.field("shippedMinor", completed.shippedMinor());
        }
        return json.end();
    }

    /** The charges of an order: a JSON array; null where there are none. */
    public static @Nullable String ofCharges(List<Charge> charges) {
        return charges.isEmpty()
                ? null
                : JsonText.array(
                        charges,
                        (json, charge) -> json.field("code", charge.code())
                                .field("description", charge.description())
                                .field("amountMinor", charge.amountMinor()));
    }

    private static void ship(JsonText json, OrderShipped shipped) {
        json.field("shipmentId", shipped.shipmentId())
                .field("amountMinor", shipped.amountMinor())
                .field("carrier", shipped.carrier())
                .field("trackingCode", shipped.trackingCode())
                .fields(
                        "lines",
                        shipped.lines(),
                        (line, units) ->
                                line.field("lineNumber", units.lineNumber()).field("quantity", units.quantity()));
    }

    private static void takeBack(JsonText json, OrderReturned returned) {
        json.field("returnId", returned.returnId())
                .field("refundMinor", returned.refundMinor())
                .field("reason", returned.reason())
                .fields(
                        "lines",
                        returned.lines(),
                        (line, units) -> line.field("lineNumber", units.lineNumber())
                                .field("quantity", units.quantity())
                                .field("restock", units.restock()));
    }
}
