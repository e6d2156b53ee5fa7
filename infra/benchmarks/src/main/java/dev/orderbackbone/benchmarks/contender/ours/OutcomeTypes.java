package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which records tell that an order has come to its end, or that its message has: known by the schema's id, so that none has to be decoded. */
final class OutcomeTypes {
    private static final List<Class<? extends Message>> TERMINAL =
            List.of(OrderConfirmed.class, OrderRejected.class, OrderCancelled.class, OrderExpired.class);
    private static final List<Class<? extends Message>> TOLD =
            List.of(NotificationSent.class, NotificationSuppressed.class, NotificationFailed.class);

    private final Map<Integer, Stage> stages = new HashMap<>();

    /** What a record tells. */
    enum Stage {
        TERMINAL,
        TOLD
    }

    OutcomeTypes(SchemaRegistryClient registry) {
        TERMINAL.forEach(type -> stages.put(idOf(registry, type), Stage.TERMINAL));
        TOLD.forEach(type -> stages.put(idOf(registry, type), Stage.TOLD));
    }

    /** What a record's value tells; null for nothing. */
    @Nullable
    Stage of(byte[] value) {
        return stages.get(ByteBuffer.wrap(value).getInt(1));
    }

    private static int idOf(SchemaRegistryClient registry, Class<? extends Message> type) {
        return registry.idOf(Topics.of(type).subjectOf(type), ContractSchemas.of(type))
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " is not registered"));
    }
}
