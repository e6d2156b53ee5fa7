package dev.orderbackbone.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a user may set. */
public enum LocalKey {
    KAFKA_PORT("kafka.port", "9092", Kind.PORT, "Kafka, for clients"),
    KAFKA_CONTROLLER_PORT("kafka.controller.port", "9093", Kind.PORT, "Kafka, for itself"),
    KAFKA_EXTERNAL("kafka.external", "", Kind.TEXT, "host:port of a Kafka that runs already; then none is started"),
    KAFKA_HEAP("kafka.heap", "512m", Kind.HEAP, "most memory for the broker's objects"),
    KAFKA_JVM("kafka.jvm", "", Kind.TEXT, "more options for the broker's JVM"),
    KAFKA_PARTITIONS("kafka.partitions", "2", Kind.COUNT, "of every topic; counts when it is made"),

    POSTGRESQL_PORT("postgresql.port", "15432", Kind.PORT, "PostgreSQL"),
    POSTGRESQL_PASSWORD(
            "postgresql.password", "backbone", Kind.WORD, "of the user backbone, when the database is made"),
    POSTGRESQL_SETTINGS(
            "postgresql.settings",
            "",
            Kind.ASSIGNMENTS,
            "more settings of the server as name=value, separated by blanks; they win over ours"),

    REGISTRY_PORT("registry.port", "8081", Kind.PORT, "schema registry"),
    REGISTRY_MANAGEMENT_PORT("registry.management.port", "8086", Kind.PORT, "schema registry, its health"),
    REGISTRY_HEAP("registry.heap", "192m", Kind.HEAP, "most memory for the registry's objects"),
    REGISTRY_JVM("registry.jvm", "-XX:TieredStopAtLevel=1", Kind.TEXT, "more options for the registry's JVM"),

    GATEWAY_PORT("gateway.port", "8090", Kind.PORT, "payment gateway simulator"),
    MAIL_SMTP_PORT("mail.smtp.port", "8025", Kind.PORT, "mail sink, SMTP"),
    MAIL_HTTP_PORT("mail.http.port", "8091", Kind.PORT, "mail sink, its ledger over HTTP"),
    WAREHOUSE_PORT("warehouse.port", "8092", Kind.PORT, "warehouse simulator: its health and switch"),
    SIMULATORS_RUN(
            "simulators.run",
            "GATEWAY,MAIL,WAREHOUSE",
            Kind.SIMULATORS,
            "which simulators; without GATEWAY, something else is to listen on gateway.port"),
    SIMULATORS_HEAP("simulators.heap", "128m", Kind.HEAP, "most memory for the simulators' objects"),
    SIMULATORS_JVM("simulators.jvm", "-XX:TieredStopAtLevel=1", Kind.TEXT, "more options for the simulators' JVM"),

    ORDER_EVENTS_PORT("order-events.port", "8080", Kind.PORT, "order-events: the storefronts' HTTP API"),
    PAYMENT_PROCESSOR_PORT("payment-processor.port", "8082", Kind.PORT, "payment-processor: health"),
    INVENTORY_PROJECTOR_PORT("inventory-projector.port", "8083", Kind.PORT, "inventory-projector: health"),
    NOTIFICATION_SENDER_PORT("notification-sender.port", "8084", Kind.PORT, "notification-sender: health"),
    SERVICES_HEAP("services.heap", "256m", Kind.HEAP, "most memory for the objects of each of the four services"),
    SERVICES_JVM("services.jvm", "", Kind.TEXT, "more options for the JVMs of the four services"),
    SERVICES_SETTINGS(
            "services.settings",
            "",
            Kind.ASSIGNMENTS,
            "more environment variables for the four services as NAME=value, separated by blanks"),

    PAYMENT_ASK_AFTER(
            "payment.ask.after",
            "2s,5s,10s,30s,2m",
            Kind.WORD,
            "how long to wait before the gateway is asked what came of a call, each time; shorter than on a cluster"),

    START_LIMIT("start.limit.seconds", "120", Kind.COUNT, "how long a component may take to be ready"),
    START_CACHE("start.cache", "on", Kind.SWITCH, "whether JVMs note at their first run what makes later starts fast");

    private static final Pattern SEPARATORS = Pattern.compile("[.-]");

    private final String key;
    private final String fallback;
    private final Kind kind;
    private final String meaning;

    LocalKey(String key, String fallback, Kind kind, String meaning) {
        this.key = key;
        this.fallback = fallback;
        this.kind = kind;
        this.meaning = meaning;
    }

    /** In {@code .backbone/local.properties}. */
    public String key() {
        return key;
    }

    /** The environment variable; it wins over the file. */
    public String variable() {
        return "BACKBONE_" + SEPARATORS.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** When nothing is set. */
    public String fallback() {
        return fallback;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }

    boolean isPort() {
        return kind == Kind.PORT;
    }

    /** What is wrong with a value. */
    Optional<String> problem(String value) {
        return kind.allows(value) ? Optional.empty() : Optional.of(key + "=" + value + ": must be " + kind.rule);
    }

    static Optional<LocalKey> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** What a value may look like. */
    private enum Kind {
        PORT("a port from 1 to 65535", "[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]"),
        HEAP("a number of megabytes or gigabytes like 256m or 1g", "[1-9]\\d{0,5}[mg]"),
        COUNT("a number from 1 to 9999", "[1-9]\\d{0,3}"),
        SWITCH("on or off", "on|off"),
        SIMULATORS(
                "some of GATEWAY, MAIL and WAREHOUSE, separated by commas",
                "(GATEWAY|MAIL|WAREHOUSE)(,(GATEWAY|MAIL|WAREHOUSE))*"),
        ASSIGNMENTS("NAME=value, separated by blanks", "(\\w+=\\S*(\\s+|$))*"),
        WORD("one line that is not empty", "\\S.*"),
        TEXT("one line", ".*");

        private final String rule;
        private final String pattern;

        Kind(String rule, String pattern) {
            this.rule = rule;
            this.pattern = pattern;
        }

        boolean allows(String value) {
            return value.matches(pattern);
        }
    }
}
