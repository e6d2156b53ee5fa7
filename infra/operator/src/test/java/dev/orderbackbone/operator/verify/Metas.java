package dev.orderbackbone.operator.verify;

import dev.orderbackbone.contract.Meta;
import java.util.UUID;

/** Metas that are not quite what they were. */
final class Metas {
    private Metas() {}

    static Meta causedBy(Meta meta, UUID cause) {
        return new Meta(meta.eventId(), meta.orderId(), meta.sequence(), meta.occurredAt(), cause, meta.storeId());
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
