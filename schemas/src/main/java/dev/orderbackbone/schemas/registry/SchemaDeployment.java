package dev.orderbackbone.schemas.registry;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Registers the contract. The deployment runs it before it starts the services; nothing else writes to the registry. */
public final class SchemaDeployment {
    private static final int REQUESTS_AT_A_TIME = 8;

    private SchemaDeployment() {}

    /** A type under its subject. */
    private record Entry(String subject, Class<? extends Message> type) {}

    /**
     * Registers every type of every topic under its subject, each subject fully and transitively compatible. May be repeated.
     *
     * @throws RegistryRefusedException if a type is incompatible with what is registered; those before it stay registered.
     */
    public static void registerAll(SchemaRegistryClient registry) {
        entries().forEach(entry -> register(registry, entry));
    }

    /**
     * As {@link #registerAll}, but asks first, several at a time, and leaves alone what is there: much quicker where all is.
     *
     * @return the subjects that got a new schema.
     * @throws RegistryRefusedException if a type is incompatible with what is registered; others may have been registered.
     * @throws InterruptedException if interrupted while waiting for the registry.
     */
    public static List<String> registerMissing(SchemaRegistryClient registry) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                REQUESTS_AT_A_TIME,
                Thread.ofVirtual().name("schema-deployment-", 0).factory())) {
            List<Future<Optional<String>>> answers = new ArrayList<>();
            entries().forEach(entry -> answers.add(threads.submit(() -> registerIfMissing(registry, entry))));
            List<String> registered = new ArrayList<>();
            for (Future<Optional<String>> answer : answers) {
                answer.get().ifPresent(registered::add);
            }
            return registered;
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure.getCause());
        }
    }

    private static Stream<Entry> entries() {
        return Topics.ALL.stream().flatMap(SchemaDeployment::entriesOf);
    }

    private static Stream<Entry> entriesOf(Topic topic) {
        return topic.types().stream().map(type -> new Entry(topic.subjectOf(type), type));
    }

    /** The subject, if it got a new schema. */
    private static Optional<String> registerIfMissing(SchemaRegistryClient registry, Entry entry) {
        if (registry.idOf(entry.subject(), ContractSchemas.of(entry.type())).isPresent()) {
            return Optional.empty();
        }
        register(registry, entry);
        return Optional.of(entry.subject());
    }

    private static void register(SchemaRegistryClient registry, Entry entry) {
        registry.setCompatibility(entry.subject(), CompatibilityLevel.FULL_TRANSITIVE);
        registry.register(entry.subject(), ContractSchemas.of(entry.type()));
    }
}
