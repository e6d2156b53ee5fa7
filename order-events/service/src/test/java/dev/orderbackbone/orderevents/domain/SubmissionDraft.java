package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A good submission with one thing changed. */
record SubmissionDraft(OrderSubmitted good) {
    static SubmissionDraft of(OrderSubmitted good) {
        return new SubmissionDraft(good);
    }

    OrderSubmitted meta(Meta meta) {
        return copy(
                meta,
                good.idempotencyKey(),
                good.customerId(),
                good.contact(),
                good.country(),
                good.currency(),
                good.totalMinor(),
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted store(String storeId) {
        Meta meta = good.meta();
        return meta(new Meta(meta.eventId(), meta.orderId(), 0, meta.occurredAt(), meta.causationId(), storeId));
    }

    OrderSubmitted key(String key) {
        return copy(
                good.meta(),
                key,
                good.customerId(),
                good.contact(),
                good.country(),
                good.currency(),
                good.totalMinor(),
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted customer(String customerId) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                customerId,
                good.contact(),
                good.country(),
                good.currency(),
                good.totalMinor(),
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted contact(Contact contact) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                good.customerId(),
                contact,
                good.country(),
                good.currency(),
                good.totalMinor(),
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted country(String country) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                good.customerId(),
                good.contact(),
                country,
                good.currency(),
                good.totalMinor(),
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted currency(String currency) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                good.customerId(),
                good.contact(),
                good.country(),
                currency,
                good.totalMinor(),
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted total(long totalMinor) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                good.customerId(),
                good.contact(),
                good.country(),
                good.currency(),
                totalMinor,
                good.paymentMethod(),
                good.orderedAt());
    }

    OrderSubmitted paymentMethod(String paymentMethod) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                good.customerId(),
                good.contact(),
                good.country(),
                good.currency(),
                good.totalMinor(),
                paymentMethod,
                good.orderedAt());
    }

    OrderSubmitted orderedAt(Instant orderedAt) {
        return copy(
                good.meta(),
                good.idempotencyKey(),
                good.customerId(),
                good.contact(),
                good.country(),
                good.currency(),
                good.totalMinor(),
                good.paymentMethod(),
                orderedAt);
    }

    private OrderSubmitted copy(
            Meta meta,
            String key,
            @Nullable String customerId,
            @Nullable Contact contact,
            @Nullable String country,
            String currency,
            long totalMinor,
            String paymentMethod,
            Instant orderedAt) {
        return new OrderSubmitted(
                meta,
                key,
                customerId,
                contact,
                country,
                currency,
                good.lines(),
                good.charges(),
                totalMinor,
                paymentMethod,
                orderedAt);
    }
}
