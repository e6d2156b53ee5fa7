package dev.orderbackbone.operator;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.Lifetime;
import dev.orderbackbone.local.LocalSettings;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands have in common: which installation they are about, and help. To be mixed into commands. */
public final class InstallationOptions {
    private static final String CLUSTER_VARIABLE = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String DATA_VARIABLE = "BACKBONE_DATA";
    private static final String HOME_PROPERTY = "backbone.home";
    private static final String DISTRIBUTION_PROPERTY = "backbone.distribution";
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> environment = System.getenv();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the local installation keeps everything, its settings (local.properties) too. "
                    + "Default: $BACKBONE_DATA, else .backbone beside the backbone command.")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    boolean isHelpWanted;

    /** Where the local installation keeps everything. */
    public DataFolder folder() {
        if (data != null) {
            return DataFolder.of(data);
        }
        String variable = environment.get(DATA_VARIABLE);
        return DataFolder.of(variable == null ? home().resolve(".backbone") : Path.of(variable));
    }

    /** What the user has set. */
    public LocalSettings settings() {
        return LocalSettings.load(folder(), environment);
    }

    /** The local installation. */
    public LocalStack stack() {
        String folder = Objects.requireNonNullElse(
                System.getProperty(DISTRIBUTION_PROPERTY),
                home().resolve(Path.of("infra", "deploy", "target", "backbone")).toString());
        return new LocalStack(settings(), new Distribution(Path.of(folder)), folder(), Lifetime.OUTLIVES_LAUNCHER);
    }

    /** Where everything is reached. */
    public Endpoints endpoints() {
        return Endpoints.of(stack(), settings(), folder(), environment);
    }

    /** The variables that the services are started with, as far as they are about what services decide: the local ones', or those of a cluster. */
    public Map<String, String> serviceVariables() {
        Map<String, String> variables = new HashMap<>(environment);
        if (!environment.containsKey(CLUSTER_VARIABLE)) {
            variables.putAll(settings().serviceVariables());
        }
        return variables;
    }

    /** The schema registry, which must be there. */
    public HttpSchemaRegistryClient registry() {
        RegistrySettings given = RegistrySettings.fromEnvironment(endpoints().registry());
        return HttpSchemaRegistryClient.connect(new RegistrySettings(
                given.urls(),
                given.authentication(),
                given.connectTimeout(),
                given.requestTimeout(),
                given.attempts(),
                given.backoff(),
                REGISTRY_PATIENCE));
    }

    private static Path home() {
        return Path.of(Objects.requireNonNullElse(System.getProperty(HOME_PROPERTY), ""));
    }
}
