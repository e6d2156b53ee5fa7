package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A storefront submits an order.
 *
 * @param idempotencyKey the storefront's own key of this intent; with the store it determines the order id.
 * @param customerId the storefront's pseudonymous customer reference; null for a guest.
 * @param contact how to reach the customer; null where unknown.
 * @param country country of delivery, ISO 3166-1 alpha-2; null where unknown.
 * @param currency ISO 4217 code of all amounts of the order.
 * @param lines the goods, 1 to 5,000 lines.
 * @param charges what else is to pay; may be empty.
 * @param totalMinor sum of quantity times unit price over the lines plus the charges, minor units.
 * @param paymentMethod token of the payment method at the gateway; never a card number.
 * @param orderedAt when the customer ordered, by the storefront's clock.
 */
public record OrderSubmitted(
        Meta meta,
        String idempotencyKey,
        @Nullable String customerId,
        @Nullable Contact contact,
        @Nullable String country,
        String currency,
        List<OrderLine> lines,
        List<Charge> charges,
        long totalMinor,
        String paymentMethod,
        Instant orderedAt)
        implements IntakeEvent {}
