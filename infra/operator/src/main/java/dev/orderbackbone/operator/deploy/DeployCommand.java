package dev.orderbackbone.operator.deploy;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares a cluster. */
@Command(
        name = "deploy",
        description = {
            "Creates the topics and registers the schemas on a cluster: what services expect to find and never make themselves. "
                    + "May be repeated; what is there is left alone. 'up' does the same on this machine.",
        },
        footer = {
            "",
            "The cluster is named as it is to the services: KAFKA_BOOTSTRAP_SERVERS, SCHEMA_REGISTRY_URL (with SCHEMA_REGISTRY_USER and",
            "SCHEMA_REGISTRY_PASSWORD, or SCHEMA_REGISTRY_TOKEN); without them it is the local installation.",
            "",
            "Examples:",
            "  KAFKA_BOOTSTRAP_SERVERS=kafka:9092 SCHEMA_REGISTRY_URL=http://registry:8081 ./backbone deploy --partitions 12",
            "  ./backbone deploy --client-properties sasl.properties --copies 3",
            "",
            "Exit codes: 0 everything is there; 1 something stands in the way: it is said what; 2 the command line is wrong.",
        })
public final class DeployCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Of every topic; it cannot change later without a replay. Default: 4; take 12 or more on a cluster.")
    private int partitions;

    @Option(
            names = "--copies",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Of every partition (replication factor). Default: the broker's own.")
    private short copies;

    @Option(
            names = "--client-properties",
            paramLabel = "FILE",
            description = "More properties for the Kafka client, such as how to log in.")
    private @Nullable Path clientProperties;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        long started = System.nanoTime();
        Contracts made = Contracts.deploy(kafkaProperties(), installation.registry(), partitions, copies);
        made.topics().forEach(topic -> out.println("  created topic " + topic));
        made.subjects().forEach(subject -> out.println("  registered " + subject));
        out.printf(
                "%s topics created, %s schemas registered, the rest was there (%s)%n",
                made.topics().size(), made.subjects().size(), Words.of(Duration.ofNanos(System.nanoTime() - started)));
        out.flush();
        return 0;
    }

    private Map<String, Object> kafkaProperties() throws IOException {
        Map<String, Object> properties = installation.endpoints().kafkaProperties();
        if (clientProperties != null) {
            Properties more = new Properties();
            try (Reader reader = Files.newBufferedReader(clientProperties)) {
                more.load(reader);
            }
            more.stringPropertyNames().forEach(name -> properties.put(name, more.getProperty(name)));
        }
        return properties;
    }
}
