package dev.orderbackbone.schemas.serde;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractCodecs;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.registry.UnknownSchemaIdException;
import dev.orderbackbone.schemas.serde.UndecodableException.Reason;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How messages are read, by the schema id that they carry. The registry is asked once for an id that it knows; again and again, but not more than once
 * a second, for one that it does not: somebody may yet register it.
 */
final class WriterSchemas {
    private static final Map<String, Class<? extends Message>> TYPES =
            Topics.types().collect(toUnmodifiableMap(Class::getName, identity()));

    private static final long UNKNOWN_HOLDS_NANOS = Duration.ofSeconds(1).toNanos();

    private final SchemaRegistryClient registry;
    private final IdTable<MessageReader> readers = new IdTable<>();
    private volatile @Nullable Unknown lastUnknown;

    /** An id that the registry did not know, and when it said so by {@link System#nanoTime}. */
    private record Unknown(int schemaId, long atNanos, MessageReader reader) {
        boolean stillHolds(int id) {
            return id == schemaId && System.nanoTime() - atNanos < UNKNOWN_HOLDS_NANOS;
        }
    }

    WriterSchemas(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    MessageReader reader(int schemaId) {
        MessageReader known = readers.get(schemaId);
        return known == null ? ask(schemaId) : known;
    }

    private MessageReader ask(int schemaId) {
        Unknown unknown = lastUnknown;
        if (unknown != null && unknown.stillHolds(schemaId)) {
            return unknown.reader();
        }
        try {
            MessageReader reader = readerOf(schemaId, registry.schemaById(schemaId));
            readers.put(schemaId, reader);
            return reader;
        } catch (UnknownSchemaIdException refusal) {
            String message = String.valueOf(refusal.getMessage());
            MessageReader reader = new MessageReader.Refused(Reason.UNKNOWN_SCHEMA_ID, null, message);
            lastUnknown = new Unknown(schemaId, System.nanoTime(), reader);
            return reader;
        }
    }

    private static MessageReader readerOf(int schemaId, Schema writer) {
        String typeName = writer.getFullName();
        @Nullable Class<? extends Message> type = TYPES.get(typeName);
        if (type == null) {
            String message =
                    "schema " + schemaId + " is of the type " + typeName + ", which this release does not know";
            return new MessageReader.Unknown(typeName, MetaAlone.readerOf(writer), message);
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
