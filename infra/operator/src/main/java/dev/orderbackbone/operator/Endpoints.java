package dev.orderbackbone.operator;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import dev.orderbackbone.local.LocalStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an installation is reached: the local one, or a cluster that environment variables name, as they name it to the services.
 *
 * @param bootstrapServers of Kafka.
 * @param registry environment variables of the schema registry, {@code SCHEMA_REGISTRY_URL} among them.
 * @param jdbcUrl of the read models.
 * @param databaseUser who may read them.
 * @param databasePassword of that user.
 * @param orders base address of the HTTP API.
 * @param gateway base address of the payment gateway simulator.
 * @param mail base address of the mail sink.
 * @param warehouse base address of the warehouse simulator.
 * @param accepted folder with lists of order ids that clients were answered 202 for.
 */
public record Endpoints(
        String bootstrapServers,
        Map<String, String> registry,
        String jdbcUrl,
        String databaseUser,
        String databasePassword,
        String orders,
        String gateway,
        String mail,
        String warehouse,
        Path accepted) {
    private static final String REGISTRY_PREFIX = "SCHEMA_REGISTRY_";
    private static final String REGISTRY_URL = REGISTRY_PREFIX + "URL";

    /** The local installation's, except for what the environment says otherwise. */
    static Endpoints of(LocalStack stack, LocalSettings settings, DataFolder folder, Map<String, String> environment) {
        return new Endpoints(
                environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", stack.bootstrapServers()),
                registry(stack.registry().url(), environment),
                environment.getOrDefault("DATASOURCE_URL", stack.postgres().jdbcUrl()),
                environment.getOrDefault("DATASOURCE_USERNAME", stack.postgres().username()),
                environment.getOrDefault("DATASOURCE_PASSWORD", stack.postgres().password()),
                environment.getOrDefault("ORDERS_URL", local(settings, LocalKey.ORDER_EVENTS_PORT)),
                environment.getOrDefault("GATEWAY_URL", local(settings, LocalKey.GATEWAY_PORT)),
                environment.getOrDefault("MAIL_URL", local(settings, LocalKey.MAIL_HTTP_PORT)),
                environment.getOrDefault("WAREHOUSE_URL", local(settings, LocalKey.WAREHOUSE_PORT)),
                folder.of("accepted"));
    }

    /** What every Kafka client starts from. */
    public Map<String, Object> kafkaProperties() {
        return new HashMap<>(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** A connection to the read models that can only read, to be closed. */
    public Connection database() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, databaseUser, databasePassword);
        connection.setReadOnly(true);
        return connection;
    }

    private static Map<String, String> registry(String localUrl, Map<String, String> environment) {
        Map<String, String> registry = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(REGISTRY_PREFIX)) {
                registry.put(name, value);
            }
        });
        registry.putIfAbsent(REGISTRY_URL, localUrl);
        return Map.copyOf(registry);
    }

    private static String local(LocalSettings settings, LocalKey port) {
        return "http://127.0.0.1:" + settings.number(port);
    }
}
