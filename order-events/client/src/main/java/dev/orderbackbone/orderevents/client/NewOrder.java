package dev.orderbackbone.orderevents.client;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a storefront states it. What is wrong with it the backbone says when it is submitted.
 *
 * @param storeId the store.
 * @param idempotencyKey the storefront's own key of this intent: the same key is the same order, however often it is submitted.
 * @param customerId the storefront's pseudonymous customer reference; null for a guest.
 * @param contact how to reach the customer; null where unknown.
 * @param country country of delivery, ISO 3166-1 alpha-2; null where unknown.
 * @param currency ISO 4217 code of all amounts.
 * @param lines the goods.
 * @param charges what else is to pay.
 * @param paymentMethod token of the payment method at the gateway.
 * @param orderedAt when the customer ordered, by the storefront's clock.
 */
public record NewOrder(
        String storeId,
        String idempotencyKey,
        @Nullable String customerId,
        @Nullable Contact contact,
        @Nullable String country,
        String currency,
        List<OrderLine> lines,
        List<Charge> charges,
        String paymentMethod,
        Instant orderedAt) {

    public NewOrder {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /** The id that the order has, or will have. */
    public String orderId() {
        return OrderIds.of(storeId, idempotencyKey);
    }

    /**
     * Sum of quantity times unit price over the lines plus the charges, minor units.
     *
     * @throws ArithmeticException if it exceeds 64 bits.
     */
    public long totalMinor() {
        long total = 0;
        for (OrderLine line : lines) {
            total = Math.addExact(total, Math.multiplyExact((long) line.quantity(), line.unitPriceMinor()));
        }
        for (Charge charge : charges) {
            total = Math.addExact(total, charge.amountMinor());
        }
        return total;
    }

    /** The event that submits it, at {@code now}; {@code random} makes its id. */
    OrderSubmitted toEvent(Instant now, UUID random) {
        UUID id = EventIds.root(now, random);
        return new OrderSubmitted(
                new Meta(id, orderId(), 0, now, id, storeId),
                idempotencyKey,
                customerId,
                contact,
                country,
                currency,
                lines,
                charges,
                totalMinor(),
                paymentMethod,
                orderedAt);
    }
}
