package dev.orderbackbone.contract.order;

import org.jspecify.annotations.Nullable;

/**
 * Something to pay that is not goods: postage, a fee, a discount (negative).
 *
 * @param code the storefront's code of the charge.
 * @param description what the storefront called it.
 * @param amountMinor amount in minor units of the order's currency; negative for a discount.
 */
public record Charge(String code, @Nullable String description, long amountMinor) {}
