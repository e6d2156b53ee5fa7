package dev.orderbackbone.runtime;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is.
 *
 * @param url addresses of its Confluent API, comma-separated ({@code SCHEMA_REGISTRY_URL}).
 * @param user for basic authentication ({@code SCHEMA_REGISTRY_USER}); null for none.
 * @param password for basic authentication ({@code SCHEMA_REGISTRY_PASSWORD}).
 * @param token for bearer authentication ({@code SCHEMA_REGISTRY_TOKEN}); null for none.
 */
@ConfigurationProperties("schema.registry")
public record RegistryConfiguration(
        @Bindable(defaultValue = "http://127.0.0.1:8081/apis/ccompat/v7")
        String url,

        @Nullable String user,
        @Nullable String password,
        @Nullable String token) {}
