package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.order.OrderCancelling;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Wrong things to tell instead of a message. */
final class Lies {
    private static final AtomicLong ANY = new AtomicLong();

    private Lies() {}

    static List<Message> without(Message message, Class<? extends Message> type) {
        return type.isInstance(message) ? List.of() : List.of(message);
    }

    static List<Message> captureTwice(Message message) {
        return message instanceof CapturePayment(Meta meta, String id, long amount, String currency)
                ? List.of(message, new CapturePayment(other(meta), id + "-again", amount, currency))
                : List.of(message);
    }

    static List<Message> captureTooMuch(Message message) {
        return message instanceof CapturePayment(Meta meta, String id, long amount, String currency)
                ? List.of(new CapturePayment(meta, id, amount + 1, currency))
                : List.of(message);
    }

    static List<Message> refundTwice(Message message) {
        return message instanceof RefundPayment(Meta meta, String id, long amount, String currency)
                ? List.of(message, new RefundPayment(other(meta), id + "-again", amount, currency))
                : List.of(message);
    }

    static List<Message> refundAtOnce(Message message) {
        return message instanceof OrderReturned returned && returned.refundMinor() > 0
                ? List.of(
                        message,
                        new RefundPayment(other(returned.meta()), returned.returnId(), returned.refundMinor(), "GBP"))
                : without(message, RefundPayment.class);
    }

    static List<Message> restockTwice(Message message) {
        return message instanceof ReturnStock back
                ? List.of(
                        message,
                        new ReturnStock(other(back.meta()), back.pool(), back.returnId() + "-again", back.lines()))
                : List.of(message);
    }

    static List<Message> consumeTwice(Message message) {
        return message instanceof ConsumeReservation taken
                ? List.of(
                        message,
                        new ConsumeReservation(
                                other(taken.meta()), taken.pool(), taken.shipmentId() + "-again", taken.lines()))
                : List.of(message);
    }

    static List<Message> voidAtOnce(Message message) {
        return message instanceof OrderCancelling
                ? List.of(message, new VoidPayment(other(message.meta()), "at once"))
                : without(message, VoidPayment.class);
    }

    static List<Message> withAnyId(Message message) {
        return message instanceof VoidPayment(Meta meta, String reason)
                ? List.of(new VoidPayment(withId(meta, new UUID(7, ANY.incrementAndGet())), reason))
                : List.of(message);
    }

    private static Meta other(Meta meta) {
        UUID id = meta.eventId();
        return withId(meta, new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits()));
    }

    private static Meta withId(Meta meta, UUID id) {
        return new Meta(id, meta.orderId(), meta.sequence(), meta.occurredAt(), meta.causationId(), meta.storeId());
    }
}
