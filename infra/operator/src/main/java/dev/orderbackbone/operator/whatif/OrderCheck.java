package dev.orderbackbone.operator.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Key;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Checks a service whose state is one record per order. Slice by slice it holds the records of all orders of some partitions, and lets each order go
 * once it is folded.
 *
 * @param service its name, also that of its group.
 * @param inputs what it reads.
 * @param outputs what it writes.
 * @param decider its present decider.
 */
record OrderCheck<S>(String service, List<Topic> inputs, List<Topic> outputs, PresentDecider<S> decider)
        implements ServiceCheck {

    @Override
    public void run(RecordedLog log, MessageDeserializer deserializer, Selection selection, ServiceFindings findings) {
        List<Topic> all = Stream.concat(inputs.stream(), outputs.stream()).toList();
        int partitions = log.partitionsOf(inputs.getFirst());
        Slices slices = Slices.of(partitions, log.sizeOf(all));
        boolean isWhole = selection.since() == null && !log.isCutOff(all);
        Assembling assembling = assembling(log, deserializer);
        for (int slice = 0; slice < slices.count(); slice++) {
            int wanted = slice;
            boolean isAnyWanted = selection.orders().isEmpty()
                    || selection.orders().stream().anyMatch(order -> slices.holds(wanted, order));
            if (isAnyWanted) {
                Map<String, RawHistory> histories = read(log, deserializer, selection, slices, slice);
                checkAll(histories, assembling, isWhole, selection, findings);
            }
        }
    }

    /** Lets go of each order when it is checked. */
    private void checkAll(
            Map<String, RawHistory> histories,
            Assembling assembling,
            boolean isWhole,
            Selection selection,
            ServiceFindings findings) {
        Iterator<Map.Entry<String, RawHistory>> each = histories.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, RawHistory> next = each.next();
            each.remove();
            if (selection.isTimeWanted(next.getValue().began())) {
                check(assembling.of(next.getKey(), next.getValue(), isWhole), findings);
            }
        }
    }

    /** The history of one order; empty where it was not read, or not from its beginning. */
    Optional<History> historyOf(String orderId, RecordedLog log, MessageDeserializer deserializer, Instant since) {
        Selection selection = new Selection(Set.of(service), Set.of(orderId), since, null);
        Slices whole = Slices.of(log.partitionsOf(inputs.getFirst()), 0);
        RawHistory raw = read(log, deserializer, selection, whole, 0).get(orderId);
        if (raw == null) {
            return Optional.empty();
        }
        return Optional.of(assembling(log, deserializer).of(orderId, raw, false))
                .filter(history -> history.size() > 0);
    }

    private Assembling assembling(RecordedLog log, MessageDeserializer deserializer) {
        Set<Place> parked = ParkedPlaces.of(log, service);
        Set<Place> sentBack = ParkedPlaces.sentBack(log, service);
        return new Assembling(
                inputs,
                decider,
                deserializer,
                parked::contains,
                sentBack::contains,
                place -> log.isDecided(service, place));
    }

    private void check(History history, ServiceFindings findings) {
        if (history.size() > 0) {
            findings.addSubject();
        }
        findings.add(Fold.of(service, decider, history));
    }

    private Map<String, RawHistory> read(
            RecordedLog log, MessageDeserializer deserializer, Selection selection, Slices slices, int slice) {
        Map<String, RawHistory> histories = new HashMap<>();
        boolean since = selection.since() != null;
        log.readInputs(inputs, partition -> isWanted(partition, selection, slices, slice), since, record -> {
            String key = keyOf(record);
            if (selection.isOrderWanted(key)) {
                of(histories, key).addInput(Logged.of(record));
            }
        });
        List<Topic> byOrder =
                outputs.stream().filter(topic -> topic.key() == Key.ORDER_ID).toList();
        List<Topic> byOther =
                outputs.stream().filter(topic -> topic.key() != Key.ORDER_ID).toList();
        log.readOutputs(byOrder, partition -> isWanted(partition, selection, slices, slice), since, record -> {
            RawHistory history = histories.get(keyOf(record));
            if (history != null) {
                history.addOutput(Logged.of(record));
            }
        });
        log.readOutputs(byOther, any -> true, since, record -> {
            String orderId = orderOf(record, deserializer);
            RawHistory history = orderId == null ? null : histories.get(orderId);
            if (history != null) {
                history.addOutput(Logged.of(record));
            }
        });
        return histories;
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private static RawHistory of(Map<String, RawHistory> histories, String key) {
        return histories.computeIfAbsent(key, any -> new RawHistory());
    }

    private static boolean isWanted(int partition, Selection selection, Slices slices, int slice) {
        return slices.partitionsOf(slice).test(partition)
                && (selection.orders().isEmpty()
                        || selection.orders().stream().anyMatch(order -> slices.partitionOf(order) == partition));
    }

    /** What does not decode belongs to no order that could be told; it is not the service's either, which writes what decodes. */
    private static @Nullable String orderOf(ConsumerRecord<byte[], byte[]> record, MessageDeserializer deserializer) {
        try {
            return deserializer.deserialize(record.value()).meta().orderId();
        } catch (UndecodableException undecodable) {
            return null;
        }
    }
}
