package dev.orderbackbone.operator.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.runtime.ParkedHeaders;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Where the inputs stand that a service has put aside. */
final class ParkedPlaces {
    private ParkedPlaces() {}

    static Set<Place> of(RecordedLog log, String service) {
        Set<Place> places = new HashSet<>();
        log.readOutputs(List.of(Topics.parkedOf(service)), any -> true, false, record -> add(record, places));
        return places;
    }

    /** Where those of them stand that were sent back to be decided on after all. */
    static Set<Place> sentBack(RecordedLog log, String service) {
        Set<Place> places = new HashSet<>();
        log.readOutputs(List.of(Topics.redriveOf(service)), any -> true, false, record -> {
            if (text(record, Redrive.ACTION).equals(Action.REDRIVE.name())) {
                add(record, places);
            }
        });
        return places;
    }

    /** A passed deadline that could not be decided on is parked too, and has no place; what somebody else wrote there has none either. */
    private static void add(ConsumerRecord<byte[], byte[]> record, Set<Place> places) {
        String topic = text(record, ParkedHeaders.TOPIC);
        String partition = text(record, ParkedHeaders.PARTITION);
        String offset = text(record, ParkedHeaders.OFFSET);
        if (!topic.isEmpty() && partition.matches("\\d{1,9}") && offset.matches("\\d{1,18}")) {
            places.add(new Place(topic, Integer.parseInt(partition), Long.parseLong(offset)));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
