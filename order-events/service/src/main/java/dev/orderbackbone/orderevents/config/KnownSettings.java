package dev.orderbackbone.orderevents.config;

import dev.orderbackbone.runtime.StreamsSettings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Stops the start where a setting is misspelt, which would otherwise leave the default in force and say nothing. */
@Context
final class KnownSettings {
    private static final Map<String, Class<? extends Record>> GROUPS =
            Map.of("orders", OrderEventsSettings.class, "streams", StreamsSettings.class);

    KnownSettings(Environment environment) {
        for (PropertySource source : environment.getPropertySources()) {
            List<String> unknown = StreamSupport.stream(source.spliterator(), false)
                    .filter(KnownSettings::isUnknown)
                    .toList();
            if (!unknown.isEmpty()) {
                throw new ConfigurationException("unknown settings " + unknown + " (from " + source.getName()
                        + "); known are those of " + GROUPS.values());
            }
        }
    }

    /** Of {@code orders.confirm-within}, {@code orders.confirmWithin} and {@code ORDERS_CONFIRM_WITHIN} only the letters count. */
    private static boolean isUnknown(String property) {
        String[] words = property.toLowerCase(Locale.ROOT).split("[._]", 2);
        Class<? extends Record> group = GROUPS.get(words[0]);
        return group != null && words.length == 2 && !keysOf(group).contains(words[1].replaceAll("[._-]", ""));
    }

    private static Set<String> keysOf(Class<? extends Record> group) {
        return Arrays.stream(group.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
