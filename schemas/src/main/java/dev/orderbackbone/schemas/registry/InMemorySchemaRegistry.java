package dev.orderbackbone.schemas.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * A registry in this process, for topology tests and the simulation. It hands out the ids 1, 2, ... in the order of registration, one per
 * different schema, and enforces the compatibility that was set (none where none was).
 */
public final class InMemorySchemaRegistry implements SchemaRegistryClient {
    private static final int HTTP_CONFLICT = 409;

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();

    /** A registry that has the whole contract, as after a deployment. */
    public static InMemorySchemaRegistry withContract() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        SchemaDeployment.registerAll(registry);
        return registry;
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        Compatibility compatibility = compatibility(subject, schema);
        if (!compatibility.compatible()) {
            String message = "subject " + subject + " refuses the schema: " + compatibility.messages();
            throw new RegistryRefusedException(message, HTTP_CONFLICT, HTTP_CONFLICT);
        }
        List<Schema> versions = subjects.computeIfAbsent(subject, missing -> new ArrayList<>());
        if (!versions.contains(schema)) {
            versions.add(schema);
        }
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized OptionalInt idOf(String subject, Schema schema) {
        return versionsOf(subject).contains(schema) ? OptionalInt.of(schemas.indexOf(schema) + 1) : OptionalInt.empty();
    }

    @Override
    public synchronized Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaIdException(id, "memory");
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Compatibility compatibility(String subject, Schema schema) {
        return levels.getOrDefault(subject, CompatibilityLevel.NONE).check(schema, versionsOf(subject));
    }

    @Override
    public synchronized void setCompatibility(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    private List<Schema> versionsOf(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }
}
