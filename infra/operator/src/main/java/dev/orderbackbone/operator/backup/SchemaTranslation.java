package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.SchemaEntry;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** From the schema ids of a backup to those of another registry. Thread-safe. */
final class SchemaTranslation {
    private final Set<String> catalogue = Set.copyOf(Cluster.catalogue());
    private final Map<Integer, Integer> ids;

    private SchemaTranslation(Map<Integer, Integer> ids) {
        this.ids = Map.copyOf(ids);
    }

    /**
     * Registers what a registry does not have.
     *
     * @throws dev.orderbackbone.schemas.registry.RegistryRefusedException if one is incompatible with what it has.
     */
    static SchemaTranslation register(List<SchemaEntry> schemas, SchemaRegistryClient registry) {
        Map<Integer, Integer> ids = new HashMap<>();
        for (SchemaEntry entry : schemas) {
            Schema schema = new Schema.Parser().parse(entry.schema());
            for (String subject : entry.subjects()) {
                int id = registry.idOf(subject, schema).orElseGet(() -> registry.register(subject, schema));
                ids.putIfAbsent(entry.id(), id);
            }
        }
        return new SchemaTranslation(ids);
    }

    /** A value with the id that its schema has here; what was written with no schema of the backup stays as it is. */
    byte @Nullable [] translated(String topic, byte @Nullable [] value) {
        OptionalInt old = catalogue.contains(topic) ? SchemaIds.of(value) : OptionalInt.empty();
        if (value == null || old.isEmpty()) {
            return value;
        }
        int present = ids.getOrDefault(old.getAsInt(), old.getAsInt());
        return present == old.getAsInt() ? value : SchemaIds.with(present, value);
    }
}
