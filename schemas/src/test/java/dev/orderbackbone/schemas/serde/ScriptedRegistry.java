package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.schemas.registry.Compatibility;
import dev.orderbackbone.schemas.registry.CompatibilityLevel;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.registry.UnknownSchemaIdException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/** A registry that knows the ids that a test gives it, and remembers which it was asked for. */
final class ScriptedRegistry implements SchemaRegistryClient {
    final List<Integer> asked = new ArrayList<>();
    private final Map<Integer, Supplier<Schema>> schemas = new HashMap<>();

    ScriptedRegistry with(int id, Schema schema) {
        return with(id, () -> schema);
    }

    ScriptedRegistry with(int id, Supplier<Schema> answer) {
        schemas.put(id, answer);
        return this;
    }

    @Override
    public Schema schemaById(int id) {
        asked.add(id);
        return schemas.getOrDefault(id, () -> {
                    throw new UnknownSchemaIdException(id, "the script");
                })
                .get();
    }

    @Override
    public OptionalInt idOf(String subject, Schema schema) {
        return OptionalInt.empty();
    }

    @Override
    public int register(String subject, Schema schema) {
        throw new UnsupportedOperationException("services do not register");
    }

    @Override
    public Compatibility compatibility(String subject, Schema schema) {
        throw new UnsupportedOperationException("services do not ask");
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        throw new UnsupportedOperationException("services do not configure");
    }
}
