package dev.orderbackbone.inventory.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How stock is decided on ({@code inventory.*}; as environment variables {@code INVENTORY_...}). How often levels are told is the timer
 * resolution of the stream settings.
 *
 * @param enabled whether this process decides on stock.
 */
@ConfigurationProperties("inventory")
public record InventorySettings(
        @Bindable(defaultValue = "true") boolean enabled) {}
