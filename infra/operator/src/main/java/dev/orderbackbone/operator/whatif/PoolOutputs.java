package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What pools have told, by what caused it. Bytes, until somebody asks. One thread. */
final class PoolOutputs {
    private final MessageDeserializer deserializer;
    private final Map<UUID, List<byte[]>> byCause = new HashMap<>();

    PoolOutputs(MessageDeserializer deserializer) {
        this.deserializer = deserializer;
    }

    /** Takes a record, if its pool belongs to the slice. */
    void add(ConsumerRecord<byte[], byte[]> record, Slices slices, int slice) {
        Message message;
        try {
            message = deserializer.deserialize(record.value());
        } catch (UndecodableException undecodable) {
            return; // no pool wrote it: they write what decodes
        }
        if (slices.holds(slice, poolOf(message))) {
            byCause.computeIfAbsent(message.meta().causationId(), any -> new ArrayList<>(1))
                    .add(record.value());
        }
    }

    /** What a command has brought about; nothing when it is asked for again. A command has its effect once, the first time it comes. */
    List<Message> take(UUID command) {
        List<byte[]> taken = byCause.remove(command);
        return taken == null
                ? List.of()
                : taken.stream().map(deserializer::deserialize).toList();
    }

    /** How many outputs nobody has asked for whose cause is not among those that are ahead. */
    long unclaimed(Set<UUID> ahead) {
        return byCause.entrySet().stream()
                .filter(entry -> !ahead.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    private static String poolOf(Message message) {
        return switch (message) {
            case StockReserved reserved -> reserved.pool();
            case StockRefused refused -> refused.pool();
            case ReservationReleased released -> released.pool();
            case ReservationConsumed consumed -> consumed.pool();
            case StockReturned returned -> returned.pool();
            case StockReceived received -> received.pool();
            case StockAdjusted adjusted -> adjusted.pool();
            default -> "";
        };
    }
}
