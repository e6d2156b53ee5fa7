package dev.orderbackbone.local;

import static dev.orderbackbone.local.LocalKey.GATEWAY_PORT;
import static dev.orderbackbone.local.LocalKey.INVENTORY_PROJECTOR_PORT;
import static dev.orderbackbone.local.LocalKey.KAFKA_CONTROLLER_PORT;
import static dev.orderbackbone.local.LocalKey.KAFKA_EXTERNAL;
import static dev.orderbackbone.local.LocalKey.KAFKA_HEAP;
import static dev.orderbackbone.local.LocalKey.KAFKA_JVM;
import static dev.orderbackbone.local.LocalKey.KAFKA_PORT;
import static dev.orderbackbone.local.LocalKey.MAIL_HTTP_PORT;
import static dev.orderbackbone.local.LocalKey.MAIL_SMTP_PORT;
import static dev.orderbackbone.local.LocalKey.NOTIFICATION_SENDER_PORT;
import static dev.orderbackbone.local.LocalKey.ORDER_EVENTS_PORT;
import static dev.orderbackbone.local.LocalKey.PAYMENT_PROCESSOR_PORT;
import static dev.orderbackbone.local.LocalKey.POSTGRESQL_PASSWORD;
import static dev.orderbackbone.local.LocalKey.POSTGRESQL_PORT;
import static dev.orderbackbone.local.LocalKey.POSTGRESQL_SETTINGS;
import static dev.orderbackbone.local.LocalKey.REGISTRY_HEAP;
import static dev.orderbackbone.local.LocalKey.REGISTRY_JVM;
import static dev.orderbackbone.local.LocalKey.REGISTRY_MANAGEMENT_PORT;
import static dev.orderbackbone.local.LocalKey.REGISTRY_PORT;
import static dev.orderbackbone.local.LocalKey.SERVICES_HEAP;
import static dev.orderbackbone.local.LocalKey.SERVICES_JVM;
import static dev.orderbackbone.local.LocalKey.SIMULATORS_HEAP;
import static dev.orderbackbone.local.LocalKey.SIMULATORS_JVM;
import static dev.orderbackbone.local.LocalKey.SIMULATORS_RUN;
import static dev.orderbackbone.local.LocalKey.WAREHOUSE_PORT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of everything that {@code ./backbone up} starts. */
final class Components {

    /** The step between infrastructure and services: topics are made, schemas registered. */
    static final String CONTRACTS = "contracts";

    private static final String HEALTH = "/health/readiness";

    private final LocalSettings settings;
    private final Distribution distribution;
    private final DataFolder folder;
    private final KafkaBroker kafka;
    private final String external;
    private final PostgresServer postgres;
    private final SchemaRegistry registry;

    Components(LocalSettings settings, Distribution distribution, DataFolder folder) {
        this.settings = settings;
        this.distribution = distribution;
        this.folder = folder;
        this.kafka = new KafkaBroker(
                distribution.jar("infra-broker"),
                settings.port(KAFKA_PORT),
                settings.port(KAFKA_CONTROLLER_PORT),
                jvm(KAFKA_HEAP, KAFKA_JVM));
        this.external = settings.text(KAFKA_EXTERNAL);
        this.postgres = PostgresServer.durable(
                distribution,
                settings.port(POSTGRESQL_PORT),
                settings.text(POSTGRESQL_PASSWORD),
                settings.words(POSTGRESQL_SETTINGS));
        this.registry = new SchemaRegistry(
                distribution.registry(),
                settings.port(REGISTRY_PORT),
                settings.port(REGISTRY_MANAGEMENT_PORT),
                bootstrapServers(),
                jvm(REGISTRY_HEAP, REGISTRY_JVM));
    }

    /** What is started first stands first. */
    List<Part> all() {
        return isKafkaExternal() ? withoutKafka() : withKafka();
    }

    /** What services and simulators run on. */
    List<Part> infrastructure() {
        List<String> names = List.of(kafka.name(), postgres.name(), registry.name());
        return all().stream().filter(part -> names.contains(part.name())).toList();
    }

    private List<Part> withoutKafka() {
        return withKafka().stream()
                .filter(part -> !part.name().equals(kafka.name()))
                .map(part -> part.without(kafka.name()))
                .toList();
    }

    private List<Part> withKafka() {
        return List.of(
                new Part(kafka),
                new Part(postgres),
                new Part(simulators()),
                new Part(registry, kafka.name()),
                new Part(service("inventory-projector", INVENTORY_PROJECTOR_PORT), CONTRACTS, postgres.name()),
                new Part(service("payment-processor", PAYMENT_PROCESSOR_PORT), CONTRACTS, "simulators"),
                new Part(service("notification-sender", NOTIFICATION_SENDER_PORT), CONTRACTS, "simulators"),
                new Part(
                        service("order-events", "order-events-service", ORDER_EVENTS_PORT),
                        CONTRACTS,
                        postgres.name()));
    }

    /** What the step {@link #CONTRACTS} needs. */
    List<String> neededByContracts() {
        return isKafkaExternal() ? List.of(registry.name()) : List.of(kafka.name(), registry.name());
    }

    /** Whether Kafka is somebody else's. */
    boolean isKafkaExternal() {
        return !external.isEmpty();
    }

    KafkaBroker kafka() {
        return kafka;
    }

    String bootstrapServers() {
        return isKafkaExternal() ? external : kafka.bootstrapServers();
    }

    PostgresServer postgres() {
        return postgres;
    }

    SchemaRegistry registry() {
        return registry;
    }

    private Component simulators() {
        return new JavaService(
                "simulators",
                new JavaProgram(distribution.jar("infra-simulators"), jvm(SIMULATORS_HEAP, SIMULATORS_JVM), List.of()),
                simulatorPorts(),
                Map.of(
                        "SIMULATORS_RUN", settings.text(SIMULATORS_RUN),
                        "SIMULATORS_DATA_DIR", folder.of("simulators").toString(),
                        "GATEWAY_PORT", settings.text(GATEWAY_PORT),
                        "SMTP_PORT", settings.text(MAIL_SMTP_PORT),
                        "MAIL_HTTP_PORT", settings.text(MAIL_HTTP_PORT),
                        "WAREHOUSE_PORT", settings.text(WAREHOUSE_PORT),
                        "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers(),
                        "SCHEMA_REGISTRY_URL", registry.url()),
                "/health");
    }

    /** Of those that run; the first is one that answers for its health. */
    private List<ListenPort> simulatorPorts() {
        List<ListenPort> ports = new ArrayList<>();
        String run = settings.text(SIMULATORS_RUN);
        if (run.contains("GATEWAY")) {
            ports.add(settings.port(GATEWAY_PORT));
        }
        if (run.contains("MAIL")) {
            ports.add(settings.port(MAIL_HTTP_PORT));
            ports.add(settings.port(MAIL_SMTP_PORT));
        }
        if (run.contains("WAREHOUSE")) {
            ports.add(settings.port(WAREHOUSE_PORT));
        }
        return ports;
    }

    private Component service(String name, LocalKey port) {
        return service(name, name, port);
    }

    private Component service(String name, String artifact, LocalKey port) {
        return new JavaService(
                name,
                new JavaProgram(distribution.jar(artifact), jvm(SERVICES_HEAP, SERVICES_JVM), List.of()),
                List.of(settings.port(port)),
                serviceEnvironment(name, port),
                HEALTH);
    }

    /** The same variables that point a service to an existing cluster. */
    private Map<String, String> serviceEnvironment(String name, LocalKey port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
        environment.put("MICRONAUT_SERVER_PORT", settings.text(port));
        environment.put("STATE_DIR", folder.of(name).resolve("state").toString());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        environment.put("SCHEMA_REGISTRY_URL", registry.url());
        environment.put("DATASOURCE_URL", postgres.jdbcUrl());
        environment.put("DATASOURCE_USERNAME", postgres.username());
        environment.put("DATASOURCE_PASSWORD", postgres.password());
        environment.put("GATEWAY_URL", "http://127.0.0.1:" + settings.text(GATEWAY_PORT));
        environment.put("SMTP_HOST", "127.0.0.1");
        environment.put("SMTP_PORT", settings.text(MAIL_SMTP_PORT));
        environment.putAll(settings.serviceVariables());
        return environment;
    }

    private List<String> jvm(LocalKey heap, LocalKey more) {
        return JvmOptions.of(settings.text(heap), settings.text(more));
    }
}
