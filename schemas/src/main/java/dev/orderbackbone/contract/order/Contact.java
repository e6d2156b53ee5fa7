package dev.orderbackbone.contract.order;

import org.jspecify.annotations.Nullable;

/**
 * The only personal data in the log: how to reach the customer.
 *
 * @param name name to address the customer by.
 * @param email e-mail address; null where the customer gave none.
 */
public record Contact(@Nullable String name, @Nullable String email) {}
