package dev.orderbackbone.schemas.registry;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;

/** Registers the contract. The deployment runs it before it starts the services; nothing else writes to the registry. */
public final class SchemaDeployment {
    private SchemaDeployment() {}

    /**
     * Registers every type of every topic under its subject, each subject fully and transitively compatible. May be repeated:
     * what is there already is only looked up.
     *
     * @throws RegistryRefusedException if a type is incompatible with what is registered; those before it stay registered.
     */
    public static void registerAll(SchemaRegistryClient registry) {
        for (Topic topic : Topics.ALL) {
            for (Class<? extends Message> type : topic.types()) {
                register(registry, topic.subjectOf(type), type);
            }
        }
    }

    private static void register(SchemaRegistryClient registry, String subject, Class<? extends Message> type) {
        if (registry.idOf(subject, ContractSchemas.of(type)).isEmpty()) {
            registry.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
            registry.register(subject, ContractSchemas.of(type));
        }
    }
}
