package dev.orderbackbone.operator.verify;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import java.time.Instant;
import java.util.UUID;

/** Metas that are not quite what they were. */
final class Metas {
    private Metas() {}

    static Meta causedBy(Meta meta, UUID cause) {
        return new Meta(meta.eventId(), meta.orderId(), meta.sequence(), meta.occurredAt(), cause, meta.storeId());
    }

    /** Another event of that time, with the same cause. */
    static Meta at(Instant time, Meta meta) {
        UUID id = EventIds.root(time, new UUID(0, time.toEpochMilli()));
        return new Meta(id, meta.orderId(), meta.sequence(), time, meta.causationId(), meta.storeId());
    }

    static Meta withId(Meta meta, UUID id) {
        return new Meta(id, meta.orderId(), meta.sequence(), meta.occurredAt(), meta.causationId(), meta.storeId());
    }

    static Meta withSequence(Meta meta, int sequence) {
        return new Meta(
                meta.eventId(), meta.orderId(), sequence, meta.occurredAt(), meta.causationId(), meta.storeId());
    }

    static Meta inStore(Meta meta, String storeId) {
        return new Meta(
                meta.eventId(), meta.orderId(), meta.sequence(), meta.occurredAt(), meta.causationId(), storeId);
    }
}
