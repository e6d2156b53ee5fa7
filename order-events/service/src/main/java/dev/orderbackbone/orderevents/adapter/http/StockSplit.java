package dev.orderbackbone.orderevents.adapter.http;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The SKUs of a location may lie in several pools: each pool gets a command of its own. */
final class StockSplit {
    private final StockPools pools;

    StockSplit(StockPools pools) {
        this.pools = pools;
    }

    List<InventoryCommand> byPool(ReceiveStock receipt) {
        List<InventoryCommand> commands = new ArrayList<>();
        split(receipt.pool(), receipt.lines(), line -> line.sku())
                .forEach((pool, lines) -> commands.add(
                        new ReceiveStock(nth(commands.size(), receipt.meta()), pool, receipt.receiptId(), lines)));
        return commands;
    }

    List<InventoryCommand> byPool(AdjustStock adjustment) {
        List<InventoryCommand> commands = new ArrayList<>();
        split(adjustment.pool(), adjustment.lines(), line -> line.sku())
                .forEach((pool, lines) -> commands.add(new AdjustStock(
                        nth(commands.size(), adjustment.meta()),
                        pool,
                        adjustment.adjustmentId(),
                        adjustment.reason(),
                        lines)));
        return commands;
    }

    private <L> Map<String, List<L>> split(String location, List<L> lines, Function<L, String> sku) {
        Map<String, List<L>> byPool = new LinkedHashMap<>();
        for (L line : lines) {
            byPool.computeIfAbsent(pools.poolOf(location, sku.apply(line)), pool -> new ArrayList<>())
                    .add(line);
        }
        return byPool;
    }

    /** The first command keeps the id, each further one has an id of its own. */
    private static Meta nth(int ordinal, Meta meta) {
        if (ordinal == 0) {
            return meta;
        }
        var id = EventIds.derive(meta.eventId(), ordinal, meta.occurredAt());
        return new Meta(id, meta.orderId(), 0, meta.occurredAt(), id, meta.storeId());
    }
}
