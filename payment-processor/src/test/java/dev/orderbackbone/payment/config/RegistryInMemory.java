package dev.orderbackbone.payment.config;

import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;

/** Stands in for the registry's process. */
@Factory
final class RegistryInMemory {

    @Singleton
    @Replaces(SchemaRegistryClient.class)
    SchemaRegistryClient registry() {
        return InMemorySchemaRegistry.withContract();
    }
}
