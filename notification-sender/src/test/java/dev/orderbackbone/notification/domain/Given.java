package dev.orderbackbone.notification.domain;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of one order, each with an id of its own. */
public final class Given {
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final String ORDER = "order-1";
    private static final Contact ANN = new Contact("Ann", "ann@example.com");

    private int made;

    public OrderPlaced placed() {
        return placed(ANN);
    }

    public OrderPlaced placed(@Nullable Contact contact) {
        return new OrderPlaced(
                meta(),
                "key-1",
                1,
                "customer-1",
                contact,
                "GB",
                "GBP",
                List.of(new OrderLine(1, "sku", null, 2, 500, "main")),
                List.of(),
                1_000,
                NOON,
                NOON);
    }

    public OrderConfirmed confirmed() {
        return new OrderConfirmed(meta(), 1_000);
    }

    public OrderRejected rejected() {
        return new OrderRejected(meta(), CancellationReason.OUT_OF_STOCK, "sku");
    }

    public OrderCancelled cancelled() {
        return new OrderCancelled(meta(), "changed my mind");
    }

    public OrderExpired expired() {
        return new OrderExpired(meta());
    }

    public OrderShipped shipped(String shipmentId) {
        return new OrderShipped(
                meta(), shipmentId, List.of(new ShippedLine(1, 1)), 500, "carrier", "track-" + shipmentId);
    }

    public PaymentRefunded refunded(String refundId) {
        return new PaymentRefunded(meta(), refundId, 500, "GBP");
    }

    public NotificationSent sent(NotificationRequested request) {
        return new NotificationSent(
                meta(), request.messageId(), request.milestone(), request.occasion(), Channel.EMAIL, request.attempt());
    }

    public NotificationFailed failed(NotificationRequested request) {
        return new NotificationFailed(
                meta(),
                request.messageId(),
                request.milestone(),
                request.occasion(),
                Channel.EMAIL,
                request.attempt(),
                "550 no such user");
    }

    public ResendNotification resend(Milestone milestone, String occasion, String requestId) {
        return new ResendNotification(
                meta(), milestone, occasion, Channel.EMAIL, requestId, "the customer called", "ada");
    }

    public SkipNotification skip(Milestone milestone, String occasion) {
        return new SkipNotification(meta(), milestone, occasion, Channel.EMAIL, "request", "told by telephone", "ada");
    }

    public Meta meta() {
        made++;
        UUID id = EventIds.root(NOON, new UUID(made, made));
        return new Meta(id, ORDER, made, NOON, id, "shop");
    }
}
