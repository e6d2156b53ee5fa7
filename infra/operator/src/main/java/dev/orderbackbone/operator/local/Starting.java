package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.local.Progress;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.deploy.Contracts;
import dev.orderbackbone.schemas.deploy.TopicDeployment;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Starts the local installation, topics and schemas included. */
public final class Starting {
    private static final short ONE_COPY = 1;
    private static final String JAR_OF_CONTRACTS = "schemas";

    private final InstallationOptions options;

    /** Of the installation given. */
    public Starting(InstallationOptions options) {
        this.options = options;
    }

    /**
     * Starts what does not run.
     *
     * @throws dev.orderbackbone.local.StartFailure when something does not come up.
     */
    public void run(Progress progress) {
        options.stack().up(progress, this::deploy);
    }

    /**
     * Starts what services run on, and nothing that writes or acts.
     *
     * @throws dev.orderbackbone.local.StartFailure when something does not come up.
     */
    void runInfrastructure(Progress progress) {
        options.stack().upInfrastructure(progress, this::deploy);
    }

    private void deploy(LocalStack stack) {
        int partitions = options.settings().number(LocalKey.KAFKA_PARTITIONS);
        stack.unlessDone("contracts-" + partitions, JAR_OF_CONTRACTS, () -> deploy(stack, partitions));
    }

    private static void deploy(LocalStack stack, int partitions) {
        Map<String, Object> kafka = new HashMap<>(Map.of("bootstrap.servers", stack.bootstrapServers()));
        RegistrySettings registry = RegistrySettings.of(stack.registry().url());
        try {
            Contracts.deploy(kafka, HttpSchemaRegistryClient.connect(registry), asTheyAre(kafka, partitions), ONE_COPY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while topics and schemas were being made", interrupted);
        }
    }

    /** The setting counts when topics are made: a log cannot be cut into other partitions afterwards. */
    private static int asTheyAre(Map<String, Object> kafka, int ifNew) throws InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            return TopicDeployment.partitionsOf(admin).orElse(ifNew);
        }
    }
}
