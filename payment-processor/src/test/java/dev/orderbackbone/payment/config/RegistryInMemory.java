package dev.orderbackbone.payment.config;

import dev.orderbackbone.schemas.registry.Compatibility;
import dev.orderbackbone.schemas.registry.CompatibilityLevel;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/** Stands in for the registry's process. */
@Singleton
@Replaces(SchemaRegistryClient.class)
final class RegistryInMemory implements SchemaRegistryClient {
    private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();

    @Override
    public int register(String subject, Schema schema) {
        return registry.register(subject, schema);
    }

    @Override
    public OptionalInt idOf(String subject, Schema schema) {
        return registry.idOf(subject, schema);
    }

    @Override
    public Schema schemaById(int id) {
        return registry.schemaById(id);
    }

    @Override
    public Compatibility compatibility(String subject, Schema schema) {
        return registry.compatibility(subject, schema);
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        registry.setCompatibility(subject, level);
    }
}
