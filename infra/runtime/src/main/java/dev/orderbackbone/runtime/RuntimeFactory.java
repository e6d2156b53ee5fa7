package dev.orderbackbone.runtime;

import dev.orderbackbone.schemas.registry.Authentication;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What every service is wired with: the registry and the two halves of the serde. */
@Factory
final class RuntimeFactory {

    @Singleton
    SchemaRegistryClient registry(RegistryConfiguration configuration) {
        RegistrySettings plain = RegistrySettings.of(configuration.url());
        return HttpSchemaRegistryClient.connect(new RegistrySettings(
                plain.urls(),
                authentication(configuration),
                plain.connectTimeout(),
                plain.requestTimeout(),
                plain.attempts(),
                plain.backoff(),
                plain.startTimeout()));
    }

    @Singleton
    MessageSerializer serializer(SchemaRegistryClient registry) {
        return MessageSerializer.create(registry);
    }

    @Singleton
    MessageDeserializer deserializer(SchemaRegistryClient registry) {
        return MessageDeserializer.create(registry);
    }

    private static Authentication authentication(RegistryConfiguration configuration) {
        if (configuration.token() != null) {
            return new Authentication.Bearer(configuration.token());
        }
        if (configuration.user() != null && configuration.password() != null) {
            return new Authentication.Basic(configuration.user(), configuration.password());
        }
        return new Authentication.None();
    }
}
