package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What the saga may be told, in the words of an example. Each has an event id of its own. */
public final class Facts {
    public static final String STORE = "shop";
    public static final String KEY = "key-1";
    public static final String ORDER_ID = OrderIds.of(STORE, KEY);
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String CURRENCY = "GBP";
    private static final AtomicLong IDS = new AtomicLong();

    private Facts() {}

    public static Meta meta() {
        UUID id = new UUID(1, IDS.incrementAndGet());
        return new Meta(id, ORDER_ID, 0, NOON, id, STORE);
    }

    /** An order of these lines, which are numbered here, and nothing else to pay. */
    public static OrderSubmitted submitted(OrderLine... lines) {
        return submitted(List.of(), lines);
    }

    public static OrderSubmitted submitted(List<Charge> charges, OrderLine... lines) {
        List<OrderLine> all = List.of(lines);
        long goods = all.stream()
                .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                .sum();
        long total = goods + charges.stream().mapToLong(Charge::amountMinor).sum();
        return new OrderSubmitted(
                meta(), KEY, null, null, null, CURRENCY, all, charges, total, "token-1", NOON.minusSeconds(5));
    }

    /** Of the location {@code main}. */
    public static OrderLine line(int number, String sku, int quantity, long unitPriceMinor) {
        return new OrderLine(number, sku, null, quantity, unitPriceMinor, "main");
    }

    public static OrderLine lineOf(String location, int number, String sku, int quantity, long unitPriceMinor) {
        return new OrderLine(number, sku, null, quantity, unitPriceMinor, location);
    }

    public static Charge charge(long amountMinor) {
        return new Charge(amountMinor < 0 ? "discount" : "postage", null, amountMinor);
    }

    public static StockReserved reserved(String pool) {
        return new StockReserved(meta(), pool, 1, List.of());
    }

    public static StockRefused refused(String pool) {
        return new StockRefused(meta(), pool, 1, List.of(new Shortage("cup", 3, 1)));
    }

    public static ReservationReleased released(String pool) {
        return new ReservationReleased(meta(), pool, 2, List.of());
    }

    public static ReservationConsumed consumed(String pool, String shipmentId) {
        return new ReservationConsumed(meta(), pool, 2, shipmentId, List.of());
    }

    public static StockReturned restocked(String pool, String returnId) {
        return new StockReturned(meta(), pool, 3, returnId, List.of());
    }

    public static PaymentAuthorized authorized(long amountMinor) {
        return new PaymentAuthorized(meta(), amountMinor, CURRENCY, "auth-1");
    }

    public static PaymentDeclined declined() {
        return new PaymentDeclined(meta(), "insufficient_funds");
    }

    public static PaymentCaptured captured(String captureId, long amountMinor) {
        return new PaymentCaptured(meta(), captureId, amountMinor, CURRENCY);
    }

    public static PaymentCaptureFailed captureFailed(String captureId) {
        return new PaymentCaptureFailed(meta(), captureId, 0, CURRENCY, "expired_authorization");
    }

    public static PaymentVoided voided(long amountMinor) {
        return new PaymentVoided(meta(), amountMinor, CURRENCY);
    }

    public static PaymentVoidFailed voidFailed() {
        return new PaymentVoidFailed(meta(), "try_later");
    }

    public static PaymentRefunded refunded(String refundId, long amountMinor) {
        return new PaymentRefunded(meta(), refundId, amountMinor, CURRENCY);
    }

    public static PaymentRefundFailed refundFailed(String refundId) {
        return new PaymentRefundFailed(meta(), refundId, 0, CURRENCY, "try_later");
    }

    public static PaymentOutcomeUnknown unknown(GatewayOperation operation, String operationId) {
        return new PaymentOutcomeUnknown(meta(), operation, operationId, 0, CURRENCY, false);
    }

    public static PaymentOutcomeResolved resolved(GatewayOperation operation, String operationId) {
        return new PaymentOutcomeResolved(meta(), operation, operationId, GatewayOutcome.APPROVED, "gateway");
    }

    public static CancellationRequested cancellation() {
        Meta meta = meta();
        return new CancellationRequested(meta, meta.eventId().toString(), "changed my mind", "customer");
    }

    public static HoldRequested hold() {
        Meta meta = meta();
        return new HoldRequested(meta, meta.eventId().toString(), "looks odd", "operator");
    }

    public static ReleaseRequested release() {
        Meta meta = meta();
        return new ReleaseRequested(meta, meta.eventId().toString(), "is fine", "operator");
    }

    public static ShipmentDispatched shipment(String shipmentId, ShippedLine... lines) {
        return new ShipmentDispatched(meta(), shipmentId, List.of(lines), "carrier", "track-1");
    }

    public static ShippedLine units(int lineNumber, int quantity) {
        return new ShippedLine(lineNumber, quantity);
    }

    public static ReturnReceived returned(String returnId, ReturnedLine... lines) {
        return new ReturnReceived(meta(), returnId, List.of(lines), "too small");
    }

    public static ReturnedLine back(int lineNumber, int quantity) {
        return new ReturnedLine(lineNumber, quantity, true);
    }

    public static ReturnedLine writtenOff(int lineNumber, int quantity) {
        return new ReturnedLine(lineNumber, quantity, false);
    }
}
