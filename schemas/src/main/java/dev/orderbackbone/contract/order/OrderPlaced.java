package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order was accepted and is being worked on.
 *
 * @param idempotencyKey the storefront's own key of this intent.
 * @param contentHash hash of what was submitted: a second submission with another hash is refused.
 * @param customerId the storefront's pseudonymous customer reference; null for a guest.
 * @param contact how to reach the customer; null where unknown.
 * @param country country of delivery, ISO 3166-1 alpha-2; null where unknown.
 * @param currency ISO 4217 code of all amounts of the order.
 * @param lines the goods.
 * @param charges what else is to pay.
 * @param totalMinor to pay in all, minor units.
 * @param orderedAt when the customer ordered, by the storefront's clock.
 * @param confirmBy the order expires if it is not confirmed by then.
 */
public record OrderPlaced(
        Meta meta,
        String idempotencyKey,
        long contentHash,
        @Nullable String customerId,
        @Nullable Contact contact,
        @Nullable String country,
        String currency,
        List<OrderLine> lines,
        List<Charge> charges,
        long totalMinor,
        Instant orderedAt,
        Instant confirmBy)
        implements OrderEvent {}
