package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.backup.Manifest.SchemaEntry;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.registry.UnknownSchemaIdException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds out with which schemas values were written. */
final class SchemasInUse {
    private final Set<String> catalogue = Set.copyOf(Cluster.catalogue());
    /** Topics by schema id. Ids of garbage are among them, until the registry is asked. */
    private final Map<Integer, Set<String>> seen = new TreeMap<>();

    /** A record; states have no ids in their values. */
    void see(ConsumerRecord<byte[], byte[]> record) {
        if (catalogue.contains(record.topic())) {
            SchemaIds.of(record.value())
                    .ifPresent(
                            id -> seen.computeIfAbsent(id, _ -> new TreeSet<>()).add(record.topic()));
        }
    }

    /** Those that were known before, and those that the registry knows of what was seen; by id. */
    List<SchemaEntry> with(List<SchemaEntry> before, SchemaRegistryClient registry) {
        Map<Integer, SchemaEntry> all = new TreeMap<>();
        before.forEach(entry -> all.put(entry.id(), entry));
        seen.forEach((id, topics) -> {
            try {
                Schema schema = registry.schemaById(id);
                SchemaEntry known = all.getOrDefault(id, new SchemaEntry(id, List.of(), schema.toString()));
                all.put(id, new SchemaEntry(id, subjects(known, topics, schema), known.schema()));
            } catch (UnknownSchemaIdException garbage) {
                // Bytes that only look like a value of ours: they are kept as they are.
            }
        });
        return new ArrayList<>(all.values());
    }

    private static List<String> subjects(SchemaEntry known, Set<String> topics, Schema schema) {
        Set<String> subjects = new TreeSet<>(known.subjects());
        topics.forEach(topic -> subjects.add(topic + "-" + schema.getFullName()));
        return List.copyOf(subjects);
    }
}
