package dev.orderbackbone.acceptance;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Writes what a newer release may write, by Avro's own means. */
record FutureRelease(SchemaRegistryClient registry) {
    private static final String NEW_FIELD = "giftNote";
    private static final int WIRE_HEADER_BYTES = 1 + Integer.BYTES;

    /** A message of a type that this release has never heard of, registered for the topic. */
    byte[] unknownTypeOn(Topic topic) {
        Schema schema = Schema.createRecord("GiftWrapped", "Of a newer release.", "dev.orderbackbone.contract", false);
        schema.setFields(List.of(text(NEW_FIELD)));
        int id = registry.register(topic.name() + "-" + schema.getFullName(), schema);
        GenericRecord record = new GenericData.Record(schema);
        record.put(NEW_FIELD, "Many happy returns");
        return Breakage.inWireFormat(id, encoded(record));
    }

    /** The message as a release writes it whose type has one field more, with a default. */
    byte[] withNewField(Message message, Topic topic) {
        Schema old = ContractSchemas.of(message.getClass());
        Schema newer = withNewField(old);
        int id = registry.register(topic.subjectOf(message.getClass()), newer);
        byte[] bytes = MessageSerializer.create(registry).serialize(message);
        GenericRecord record = decoded(bytes, old, newer);
        record.put(NEW_FIELD, "Many happy returns");
        return Breakage.inWireFormat(id, encoded(record));
    }

    private static Schema withNewField(Schema old) {
        List<Schema.Field> fields = new ArrayList<>();
        old.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(text(NEW_FIELD));
        return Schema.createRecord(old.getName(), old.getDoc(), old.getNamespace(), false, fields);
    }

    private static Schema.Field text(String name) {
        return new Schema.Field(name, Schema.create(Schema.Type.STRING), "What the card says.", "");
    }

    private static GenericRecord decoded(byte[] wire, Schema writer, Schema reader) {
        try {
            return new GenericDatumReader<GenericRecord>(writer, reader)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(wire, WIRE_HEADER_BYTES, wire.length - WIRE_HEADER_BYTES, null));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] encoded(GenericRecord record) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
