package dev.orderbackbone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A schema registry with Confluent's API: Apicurio Registry. What it knows is on the Kafka topic
 * {@code kafkasql-journal}; it keeps nothing on disk.
 *
 * <p>It is started from its jars and not by its own starter jar: that loads classes in a way that the JVM cannot cache,
 * which makes it three times slower to start.
 *
 * @param home its unpacked archive.
 * @param managementPort for its health; clients do not need it.
 * @param options of the JVM.
 */
public record SchemaRegistry(
        Path home, ListenPort port, ListenPort managementPort, String bootstrapServers, List<String> options)
        implements Component {

    private static final String NAME = "registry";

    public SchemaRegistry {
        options = List.copyOf(options);
    }

    /** For tests: on free ports. */
    public static SchemaRegistry onFreePorts(Distribution distribution, KafkaBroker broker) {
        return new SchemaRegistry(
                distribution.registry(),
                ListenPort.anyFree(),
                ListenPort.anyFree(),
                broker.bootstrapServers(),
                JvmOptions.of("160m", "-XX:TieredStopAtLevel=1"));
    }

    /** Where clients find Confluent's API. */
    public String url() {
        return "http://127.0.0.1:" + port.port() + "/apis/ccompat/v7";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ListenPort> ports() {
        return List.of(port, managementPort);
    }

    @Override
    public Program program(DataFolder folder) {
        Path jar = ManifestJar.write(
                folder.cache(),
                "registry.jar",
                "io.quarkus.runner.GeneratedMain",
                classPath(),
                Map.of("Add-Opens", "java.base/java.lang", "Enable-Native-Access", "ALL-UNNAMED"));
        return new JavaProgram(jar, options, List.of());
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("APICURIO_STORAGE_KIND", "kafkasql");
        environment.put("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", bootstrapServers);
        // It looks for snapshots for twice this long at start, and we make none.
        environment.put("APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT", "50");
        environment.put("APICURIO_KAFKASQL_SNAPSHOT_SCHEDULED_ENABLED", "false");
        // Connections to its database in memory.
        environment.put("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2");
        environment.put("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2");
        environment.put("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "20");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort.port()));
        environment.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false");
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.put("QUARKUS_BANNER_ENABLED", "false");
        environment.put("QUARKUS_LOG_LEVEL", "WARN");
        environment.put("QUARKUS_LOG_CATEGORY__IO_QUARKUS__LEVEL", "INFO");
        environment.put("QUARKUS_LOG_CATEGORY__IO_APICURIO__LEVEL", "INFO");
        return environment;
    }

    @Override
    public Probe probe(DataFolder folder) {
        return new HttpProbe(managementPort.port(), "/health/ready");
    }

    /** Generated and transformed classes stand before those that they replace. */
    private List<Path> classPath() {
        List<Path> classPath = new ArrayList<>();
        classPath.add(home.resolve("quarkus").resolve("transformed-bytecode.jar"));
        classPath.add(home.resolve("quarkus").resolve("generated-bytecode.jar"));
        Stream.of("app", "lib/boot", "lib/main")
                .map(home::resolve)
                .map(SchemaRegistry::jars)
                .forEach(classPath::addAll);
        return classPath;
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry is not unpacked: " + folder, e);
        }
    }
}
