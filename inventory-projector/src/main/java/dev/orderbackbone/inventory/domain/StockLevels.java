package dev.orderbackbone.inventory.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.StockLevel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells the stock of SKUs that have changed, however often they have since it was told last. */
public final class StockLevels {
    private static final char SEPARATOR = 0x1f;
    private static final String NO_ORDER = "";
    private static final String NO_STORE = "";

    private StockLevels() {}

    /** One level for each SKU of the view. */
    public static List<Message> of(PoolView view, Instant now) {
        return view.stock().entrySet().stream()
                .<Message>map(sku -> levelOf(view, sku.getKey(), sku.getValue(), now))
                .toList();
    }

    private static StockLevel levelOf(PoolView view, String sku, Stock stock, Instant now) {
        Meta meta = metaOf(view.pool() + SEPARATOR + sku + SEPARATOR + view.sequence(), now);
        return new StockLevel(meta, view.pool(), view.sequence(), sku, stock.onHand(), stock.reserved());
    }

    /** No single message has caused a level: it stands for all the commands since the last one, and names itself as its cause. */
    private static Meta metaOf(String what, Instant now) {
        UUID id = EventIds.derive(UUID.nameUUIDFromBytes(what.getBytes(UTF_8)), 0, now);
        return new Meta(id, NO_ORDER, 0, now, id, NO_STORE);
    }
}
