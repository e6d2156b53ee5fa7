package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * I7. Every pool's movements, in the order of its gap-free sequence over all partitions, are recomputed: nothing is reserved that is not available,
 * a refusal is true, a release gives back exactly what was held, nothing is consumed or returned that was not held or consumed, every receipt,
 * adjustment, shipment and return counts once, and each level that was told is the one at its sequence. Order by order: all that was ordered is
 * reserved when the order is confirmed, all that was shipped is consumed when it is completed, nothing is held when it has ended.
 */
final class StockAddsUp implements Invariant {
    private final Findings findings;
    private final ParkedIndex parked;
    private final Expectation expectation;
    private final SkuNames skus = new SkuNames();
    private final Map<String, PoolAudit> pools = new TreeMap<>();

    StockAddsUp(Findings findings, ParkedIndex parked, Expectation expectation) {
        this.findings = findings;
        this.parked = parked;
        this.expectation = expectation;
    }

    @Override
    public Law law() {
        return Law.I7;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.ORDERS_EVENTS, Topics.INVENTORY_EVENTS, Topics.STOCK_EVENTS, Topics.STOCK_LEVELS);
    }

    @Override
    public Desk open(Slice slice) {
        return new OrderStockDesk(slice);
    }

    @Override
    public Desk openShared() {
        return new PoolDesk();
    }

    @Override
    public void conclude() {
        findings.checked("pools", pools.size());
        pools.values().forEach(pool -> {
            findings.checked("movements", pool.size());
            findings.checked("levels", pool.levels().size());
            pool.fold(skus, this::complaintAbout);
        });
    }

    private PoolAudit pool(String name) {
        return pools.computeIfAbsent(name, PoolAudit::new);
    }

    private Complaint complaintAbout(String subject) {
        return (expected, seen, places) -> findings.violated(
                () -> subject,
                Arrays.stream(places).mapToObj(PackedPlace::unpack).toList(),
                expected,
                seen);
    }

    /** Stock that moves without an order, and levels. */
    private final class PoolDesk implements Desk {
        private final PoolLogs logs = new PoolLogs(skus);

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof StockEvent event) {
                logs.see(record, event);
            } else if (message instanceof StockLevel level && record.settled()) {
                pool(level.pool()).levels().add(record, skus.numberOf(level.sku()), level);
            }
        }

        @Override
        public void conclude() {
            logs.byPool().forEach((name, log) -> pool(name).add(log, null));
        }
    }

    /** Stock that moves for orders. */
    private final class OrderStockDesk implements Desk {
        private final Slice slice;
        private final PoolLogs logs = new PoolLogs(skus);
        private final PerOrder<OrderStock> orders = new PerOrder<>(OrderStock::new);
        private long checked;

        OrderStockDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof OrderEvent event) {
                orders.at(order).see(record, event);
            } else if (message instanceof InventoryEvent event) {
                orders.at(order).see(record, event);
                logs.see(record, order, event);
            }
        }

        @Override
        public void conclude() {
            orders.forEach(this::judge);
            orders.clear();
            findings.checked("orders", checked);
            logs.byPool().forEach((name, log) -> pool(name).add(log, slice));
        }

        private void judge(int order, OrderStock stock) {
            checked++;
            if (stock.confirmedSettled && !stock.reserved.equalTo(stock.ordered)) {
                violated(
                        order,
                        "all " + stock.ordered.count() + " units ordered reserved, as the order was confirmed",
                        "other SKUs or quantities, " + stock.reserved.count() + " units, reserved",
                        stock.confirmedPlace);
            }
            if (stock.consumedSettled && stock.consumed.count() > stock.shipped.count()) {
                violated(
                        order,
                        "at most the " + stock.shipped.count() + " units shipped consumed",
                        stock.consumed.count() + " units consumed",
                        stock.stockPlace);
            }
            if (stock.terminalSettled) {
                judgeEnd(order, stock);
            }
            if (expectation.isQuiet() && !parked.stops(slice.orders().idOf(order))) {
                judgeQuiet(order, stock);
            }
        }

        private void judgeEnd(int order, OrderStock stock) {
            boolean mayBeUnderWay = expectation == Expectation.MAY_MOVE && stock.reservedAtMs >= stock.terminalAtMs;
            long held = stock.reserved.count() - stock.released.count() - stock.consumed.count();
            if (held != 0 && !mayBeUnderWay) {
                violated(order, "no stock held, as the order has ended", held + " units held", stock.terminalPlace);
            }
            if (stock.completed && !stock.consumed.equalTo(stock.shipped)) {
                violated(
                        order,
                        "consumed what was shipped, " + stock.shipped.count() + " units",
                        "other SKUs or quantities, " + stock.consumed.count() + " units, consumed",
                        stock.terminalPlace);
            }
        }

        private void judgeQuiet(int order, OrderStock stock) {
            if (!stock.completed && !stock.consumed.equalTo(stock.shipped)) {
                violated(
                        order,
                        "consumed what was shipped, " + stock.shipped.count() + " units, as everything is quiet",
                        "other SKUs or quantities, " + stock.consumed.count() + " units, consumed",
                        stock.stockPlace);
            }
            if (!stock.returned.equalTo(stock.restocked)) {
                violated(
                        order,
                        "back on the shelf what was returned for it, " + stock.restocked.count()
                                + " units, as everything is quiet",
                        "other SKUs or quantities, " + stock.returned.count() + " units",
                        stock.stockPlace);
            }
        }

        private void violated(int order, String expected, String seen, long place) {
            complaintAbout(slice.orders().idOf(order)).raise(expected, seen, place);
        }
    }
}
