package dev.orderbackbone.orderevents.domain;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed when the order was placed.
 *
 * @param storeId the store that it belongs to.
 * @param contentHash hash of what was submitted: another submission under the same id has another one.
 * @param currency ISO 4217 code of all its amounts.
 * @param chargesMinor sum of the charges, minor units; negative where discounts prevail.
 * @param paymentMethod token of the payment method; null once the payment was asked for, as it is not needed any more.
 */
public record Terms(
        String storeId,
        long contentHash,
        String currency,
        long chargesMinor,
        @Nullable String paymentMethod) {

    Terms withoutPaymentMethod() {
        return new Terms(storeId, contentHash, currency, chargesMinor, null);
    }
}
