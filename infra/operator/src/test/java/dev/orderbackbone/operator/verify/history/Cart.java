package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is ordered. */
final class Cart {
    private static final int POOLS = 3;
    private static final int SKUS = 8;

    final List<OrderLine> lines = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();

    Cart(World world, Plot plot) {
        Random random = world.random;
        int home = 1 + random.nextInt(POOLS);
        int count = (plot.has(Turn.TWO_POOLS) || plot.has(Turn.SHIP_PART) ? 2 : 1) + random.nextInt(3);
        for (int number = 1; number <= count; number++) {
            int pool = plot.has(Turn.TWO_POOLS) && number % 2 == 0 ? home % POOLS + 1 : home;
            boolean tooMuch = plot.has(Turn.ASK_TOO_MUCH) && number == 1;
            int quantity = tooMuch ? 1_000_000 : 1 + random.nextInt(4);
            long price = plot.has(Turn.FREE) ? 0 : 100 + random.nextInt(5_000);
            String sku = "sku-" + (1 + random.nextInt(SKUS));
            lines.add(new OrderLine(number, sku, "thing " + sku, quantity, price, world.poolName(pool)));
        }
        if (plot.has(Turn.DISCOUNT)) {
            // More than the first line is worth, so that a shipment of it alone is worth nothing.
            charges.add(new Charge(
                    "discount",
                    "spring",
                    -valueOf(lines.getFirst()) - lines.getLast().unitPriceMinor() / 2));
        } else if (!plot.has(Turn.FREE) && random.nextBoolean()) {
            charges.add(new Charge("postage", null, 495));
        }
    }

    long totalMinor() {
        return lines.stream().mapToLong(Cart::valueOf).sum()
                + charges.stream().mapToLong(Charge::amountMinor).sum();
    }

    /** Units by pool and SKU. */
    Map<String, List<StockLine>> byPool(List<ShippedLine> some) {
        Map<String, Map<String, Integer>> units = new LinkedHashMap<>();
        for (ShippedLine line : some) {
            OrderLine ordered = lines.get(line.lineNumber() - 1);
            units.computeIfAbsent(ordered.location(), pool -> new LinkedHashMap<>())
                    .merge(ordered.sku(), line.quantity(), Integer::sum);
        }
        Map<String, List<StockLine>> byPool = new LinkedHashMap<>();
        units.forEach((pool, skus) -> {
            List<StockLine> stock = new ArrayList<>();
            skus.forEach((sku, quantity) -> stock.add(new StockLine(sku, quantity)));
            byPool.put(pool, stock);
        });
        return byPool;
    }

    List<ShippedLine> everything() {
        return lines.stream()
                .map(line -> new ShippedLine(line.lineNumber(), line.quantity()))
                .toList();
    }

    long goodsMinor(List<ShippedLine> some) {
        return some.stream()
                .mapToLong(line ->
                        line.quantity() * lines.get(line.lineNumber() - 1).unitPriceMinor())
                .sum();
    }

    private static long valueOf(OrderLine line) {
        return line.quantity() * line.unitPriceMinor();
    }
}
