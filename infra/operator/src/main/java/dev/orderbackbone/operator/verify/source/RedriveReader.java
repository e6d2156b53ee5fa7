package dev.orderbackbone.operator.verify.source;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes out what a record of a redrive topic demands. */
public final class RedriveReader {
    private static final byte[] NO_KEY = {};

    private RedriveReader() {}

    /** What it demands; nothing, where the service would not know what. */
    public static RedriveRecord of(ConsumerRecord<byte[], byte[]> record, MessageDeserializer deserializer) {
        String service = Topics.serviceOf(Topics.named(record.topic()));
        Place place = new Place(record.topic(), record.partition(), record.offset());
        byte[] key = record.key() == null ? NO_KEY : record.key();
        long contentHash = ContentHash.of(key, record.value());
        Message message = messageIn(record, deserializer);
        return Redrive.of(record.headers())
                .filter(redrive -> redrive.belongsTo(record.partition()))
                .map(redrive -> new RedriveRecord(
                        service,
                        place,
                        redrive.action(),
                        redrive.operation(),
                        ParkedReader.idOf(key, redrive.origin()),
                        redrive.attempt(),
                        redrive.isEdited(),
                        contentHash,
                        message))
                .orElseGet(() -> new RedriveRecord(service, place, null, "", "", 0, false, contentHash, message));
    }

    private static @Nullable Message messageIn(
            ConsumerRecord<byte[], byte[]> record, MessageDeserializer deserializer) {
        try {
            return deserializer.deserialize(record.value());
        } catch (UndecodableException undecodable) {
            return null;
        }
    }
}
