package dev.orderbackbone.runtime;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Stops the start where the value of a setting cannot be read, which would otherwise leave the default in force and say nothing. */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ReadableSettings {
    private static final String OURS = "dev.orderbackbone";

    /** @throws ConfigurationException naming all settings of ours that cannot be read. */
    ReadableSettings(BeanContext beans, Environment environment) {
        List<String> unreadable =
                beans.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationProperties.class)).stream()
                        .filter(settings -> settings.getName().startsWith(OURS))
                        .flatMap(settings ->
                                Arrays.stream(settings.getConstructor().getArguments()))
                        .flatMap(setting -> problem(setting, environment).stream())
                        .sorted()
                        .toList();
        if (!unreadable.isEmpty()) {
            throw new ConfigurationException("settings that cannot be read: " + String.join("; ", unreadable));
        }
    }

    /** None for a setting that is not there, or empty: its default is in force. */
    private static Optional<String> problem(Argument<?> setting, Environment environment) {
        return setting.getAnnotationMetadata()
                .stringValue(Property.class, "name")
                .filter(name -> environment
                        .getProperty(name, String.class)
                        .filter(value -> !value.isBlank())
                        .isPresent())
                .filter(name -> environment.getProperty(name, setting).isEmpty())
                .map(name -> name + "=" + environment.getProperty(name, String.class, "") + ": must be a "
                        + setting.getTypeString(true));
    }
}
