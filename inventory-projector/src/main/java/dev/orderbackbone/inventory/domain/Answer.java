package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what one decision says and changes; used by one thread, for one decision. */
final class Answer {
    private final PoolView before;
    private final Meta cause;
    private final Instant now;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Stock> changed = new LinkedHashMap<>();

    Answer(PoolView before, InventoryCommand command, Instant now) {
        this.before = before;
        this.cause = command.meta();
        this.now = now;
    }

    /** The stock of a SKU, with what this decision has changed of it so far. */
    Stock stockOf(String sku) {
        return changed.getOrDefault(sku, before.stockOf(sku));
    }

    void change(String sku, Stock stock) {
        changed.put(sku, stock);
    }

    /** Meta of the next message; the same for a repeated decision. */
    Meta meta() {
        return new Meta(
                EventIds.derive(cause.eventId(), messages.size(), now),
                cause.orderId(),
                0,
                now,
                cause.eventId(),
                cause.storeId());
    }

    /** Pool sequence of the next message. */
    long sequence() {
        return before.sequence() + messages.size() + 1;
    }

    void say(Message message) {
        messages.add(message);
    }

    List<Message> messages() {
        return messages;
    }

    /** What to store: the SKUs that changed, and the subject. */
    PoolView after(@Nullable Reservation reservation) {
        long sequence = before.sequence() + messages.size();
        return new PoolView(before.pool(), sequence, before.subject(), changed, reservation, true);
    }
}
