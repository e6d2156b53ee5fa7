package dev.orderbackbone.acceptance;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Ways in which the value of a record is no message. */
enum Breakage {
    NO_VALUE {
        @Override
        byte @Nullable [] valueFor(Topic topic, SchemaRegistryClient registry) {
            return null;
        }
    },
    EMPTY_VALUE {
        @Override
        byte[] valueFor(Topic topic, SchemaRegistryClient registry) {
            return new byte[0];
        }
    },
    WRONG_MAGIC_BYTE {
        @Override
        byte[] valueFor(Topic topic, SchemaRegistryClient registry) {
            byte[] value = truncated(topic, registry);
            value[0] = 1;
            return value;
        }
    },
    UNKNOWN_SCHEMA_ID {
        @Override
        byte[] valueFor(Topic topic, SchemaRegistryClient registry) {
            return inWireFormat(Integer.MAX_VALUE, new byte[SOME_BYTES]);
        }
    },
    TRUNCATED {
        @Override
        byte[] valueFor(Topic topic, SchemaRegistryClient registry) {
            return truncated(topic, registry);
        }
    },
    NONSENSE {
        @Override
        byte[] valueFor(Topic topic, SchemaRegistryClient registry) {
            byte[] nonsense = new byte[MANY_BYTES];
            Arrays.fill(nonsense, (byte) -1);
            return inWireFormat(schemaId(topic, registry), nonsense);
        }
    };

    /** Fewer than any message of the contract has. */
    private static final int SOME_BYTES = 3;

    private static final int MANY_BYTES = 200;

    /** The value, under a schema that the topic carries where it has one at all. */
    abstract byte @Nullable [] valueFor(Topic topic, SchemaRegistryClient registry);

    private static byte[] truncated(Topic topic, SchemaRegistryClient registry) {
        return inWireFormat(schemaId(topic, registry), new byte[SOME_BYTES]);
    }

    private static int schemaId(Topic topic, SchemaRegistryClient registry) {
        Class<? extends Message> type = topic.types().getFirst();
        return registry.idOf(topic.subjectOf(type), ContractSchemas.of(type)).orElseThrow();
    }

    /** Confluent's: a zero byte, the schema's id, the record. */
    static byte[] inWireFormat(int schemaId, byte[] avro) {
        return ByteBuffer.allocate(1 + Integer.BYTES + avro.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(avro)
                .array();
    }
}
