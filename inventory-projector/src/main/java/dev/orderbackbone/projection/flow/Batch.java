package dev.orderbackbone.projection.flow;

import dev.orderbackbone.projection.domain.Incoming;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Records to project in one transaction.
 *
 * @param messages those that could be read, of each partition in the order of their offsets.
 * @param advances how far the batch moves the positions; a partition without records may be among them.
 * @param setAside how many of the batch's records were set aside.
 */
public record Batch(List<Incoming> messages, Map<TopicPartition, Advance> advances, Map<SetAside, Long> setAside) {

    /** Copies the collections. */
    public Batch {
        messages = List.copyOf(messages);
        advances = Map.copyOf(advances);
        setAside = Map.copyOf(setAside);
    }

    /** The partition that a message was read from. */
    public static TopicPartition partitionOf(Incoming message) {
        return new TopicPartition(message.topic(), message.source().partition());
    }

    /** The first half of the messages. It ends, in each partition, right after its last message there. */
    Batch firstHalf() {
        Map<TopicPartition, Advance> shorter = new HashMap<>();
        Map<TopicPartition, Long> cuts = cuts();
        advances.forEach((partition, advance) -> shorter.put(
                partition, new Advance(advance.from(), cuts.getOrDefault(partition, advance.from()), null)));
        return new Batch(messages.subList(0, messages.size() / 2), shorter, Map.of());
    }

    /** The rest. What was set aside is counted with it, so that it is not counted twice if only the first half is stored. */
    Batch secondHalf() {
        Map<TopicPartition, Advance> rest = new HashMap<>();
        Map<TopicPartition, Long> cuts = cuts();
        advances.forEach((partition, advance) -> rest.put(
                partition, new Advance(cuts.getOrDefault(partition, advance.from()), advance.next(), advance.end())));
        return new Batch(messages.subList(messages.size() / 2, messages.size()), rest, setAside);
    }

    /** The same step without its messages, one of which is parked. */
    Batch withoutMessages(SetAside parked) {
        Map<SetAside, Long> more = new HashMap<>(setAside);
        more.merge(parked, 1L, Long::sum);
        return new Batch(List.of(), advances, more);
    }

    private Map<TopicPartition, Long> cuts() {
        Map<TopicPartition, Long> cuts = new HashMap<>();
        for (Incoming message : messages.subList(0, messages.size() / 2)) {
            cuts.put(partitionOf(message), message.source().offset() + 1);
        }
        return cuts;
    }
}
