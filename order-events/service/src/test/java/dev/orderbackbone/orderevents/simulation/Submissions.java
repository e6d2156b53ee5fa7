package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes orders: few SKUs, so that lines repeat them and orders compete for them; free goods, discounts and fees. */
final class Submissions {
    static final String STORE = "shop";
    static final List<String> SKUS = List.of("A", "B", "C", "D");
    static final List<String> LOCATIONS = List.of("north", "south");

    private Submissions() {}

    static OrderSubmitted draw(Chance chance, int number, UUID eventId, Instant now) {
        String key = "key-" + number;
        boolean isFree = chance.in(0.05);
        List<OrderLine> lines = new ArrayList<>();
        int size = chance.between(1, 4);
        for (int line = 1; line <= size; line++) {
            lines.add(new OrderLine(
                    line,
                    chance.one(SKUS),
                    null,
                    chance.between(1, 4),
                    isFree || chance.in(0.1) ? 0 : chance.between(1, 500),
                    chance.one(LOCATIONS)));
        }
        long goods = lines.stream()
                .mapToLong(line -> line.quantity() * line.unitPriceMinor())
                .sum();
        List<Charge> charges = charges(chance, goods);
        long total = goods + charges.stream().mapToLong(Charge::amountMinor).sum();
        return new OrderSubmitted(
                new Meta(eventId, OrderIds.of(STORE, key), 0, now, eventId, STORE),
                key,
                "customer",
                null,
                "GB",
                "GBP",
                lines,
                charges,
                total,
                "token",
                now);
    }

    private static List<Charge> charges(Chance chance, long goodsMinor) {
        List<Charge> charges = new ArrayList<>();
        if (chance.in(0.4)) {
            charges.add(new Charge("postage", null, chance.between(0, 300)));
        }
        if (chance.in(0.3)) {
            charges.add(new Charge("discount", null, -Math.min(goodsMinor, chance.between(1, 1500))));
        }
        return charges;
    }
}
