package dev.orderbackbone.schemas.registry;

import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * A schema registry. Thread-safe. Every operation may throw {@link RegistryUnavailableException} if the registry does not answer and
 * {@link RegistryRefusedException} if it answers with an error that has no meaning of its own below.
 */
public interface SchemaRegistryClient {
    /**
     * Registers a schema; the same schema again gives the same id.
     *
     * @return the schema's id in the registry.
     * @throws RegistryRefusedException also if the schema is incompatible with the subject's former ones.
     */
    int register(String subject, Schema schema);

    /** The id of exactly this schema in the subject; empty if the subject has not got it. */
    OptionalInt idOf(String subject, Schema schema);

    /**
     * The schema of an id.
     *
     * @throws UnknownSchemaIdException if the registry has none.
     */
    Schema schemaById(int id);

    /** Whether the registry would take the schema as the subject's next one; a subject without schemas takes any. */
    Compatibility compatibility(String subject, Schema schema);

    /** Sets what the registry demands of the subject's next schemas. */
    void setCompatibility(String subject, CompatibilityLevel level);
}
