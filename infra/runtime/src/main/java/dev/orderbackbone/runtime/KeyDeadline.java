package dev.orderbackbone.runtime;

import org.jspecify.annotations.Nullable;

/**
 * When a process of a service looks at a key again though nothing comes in.
 *
 * @param service which service.
 * @param key an order id.
 * @param held whether this process holds a state of the key.
 * @param deadline that time, as ISO 8601 in UTC; null where it waits for inputs only.
 */
public record KeyDeadline(
        String service, String key, boolean held, @Nullable String deadline) {}
