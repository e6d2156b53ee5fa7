package dev.orderbackbone.interop;

import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.local.KafkaBroker;
import dev.orderbackbone.local.Launcher;
import dev.orderbackbone.local.RunningComponent;
import dev.orderbackbone.local.SchemaRegistry;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One registry for all tests, with the contract deployed; ends with them. */
final class RealRegistry implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RealRegistry.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Running resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /**
     * A broker and the registry that stores on it.
     *
     * @param url of its Confluent API.
     * @param client of ours, connected to it.
     */
    record Running(RunningComponent broker, RunningComponent registry, String url, HttpSchemaRegistryClient client)
            implements AutoCloseable {

        /** Of its own API. */
        String nativeUrl() {
            return url.replace("/ccompat/v7", "/registry/v3");
        }

        static Running start() {
            Launcher launcher = Launcher.forTests(temporaryFolder());
            KafkaBroker kafka = KafkaBroker.onFreePorts(Distribution.ofBuild());
            SchemaRegistry apicurio = SchemaRegistry.onFreePorts(Distribution.ofBuild(), kafka);
            RunningComponent broker = launcher.start(kafka);
            RunningComponent registry = launcher.start(apicurio);
            HttpSchemaRegistryClient client = HttpSchemaRegistryClient.connect(RegistrySettings.of(apicurio.url()));
            SchemaDeployment.registerAll(client);
            return new Running(broker, registry, apicurio.url(), client);
        }

        @Override
        public void close() {
            registry.close();
            broker.close();
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("interop");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
