package dev.orderbackbone.schemas.serde;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.registry.UnknownSchemaIdException;
import dev.orderbackbone.schemas.serde.UndecodableException.Reason;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** How messages are read, by the schema id that they carry. What the registry knows is asked once; an id that it does not know, each time. */
final class WriterSchemas {
    private static final Map<String, Class<? extends Message>> TYPES =
            Topics.types().collect(toUnmodifiableMap(Class::getName, identity()));

    private final SchemaRegistryClient registry;
    private final IdTable<MessageReader> readers = new IdTable<>();

    WriterSchemas(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    MessageReader reader(int schemaId) {
        MessageReader known = readers.get(schemaId);
        return known == null ? ask(schemaId) : known;
    }

    private MessageReader ask(int schemaId) {
        try {
            MessageReader reader = readerOf(schemaId, registry.schemaById(schemaId));
            readers.put(schemaId, reader);
            return reader;
        } catch (UnknownSchemaIdException unknown) {
            return new MessageReader.Refused(Reason.UNKNOWN_SCHEMA_ID, null, String.valueOf(unknown.getMessage()));
        }
    }

    private static MessageReader readerOf(int schemaId, Schema writer) {
        String typeName = writer.getFullName();
        @Nullable Class<? extends Message> type = TYPES.get(typeName);
        if (type == null) {
            String message =
                    "schema " + schemaId + " is of the type " + typeName + ", which this release does not know";
            return new MessageReader.Refused(Reason.UNKNOWN_TYPE, typeName, message);
        }
        try {
            return new MessageReader.Known(typeName, ContractCodecs.of(type).readerOf(writer));
        } catch (AvroRuntimeException incompatible) {
            String message = "schema " + schemaId + " cannot be read as this release's " + typeName + ": "
                    + incompatible.getMessage();
            return new MessageReader.Refused(Reason.INCOMPATIBLE_SCHEMA, typeName, message);
        }
    }
}
