package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * I9. The rows of every table of the mart, order by order and SKU by SKU, are what follows from the records below the position that is stored with
 * them; nothing more and nothing less. When everything is quiet, the positions are the ends of the topics.
 *
 * <p>Rows are compared by a 64-bit hash of each, added up for each table and order; a difference is then looked up and shown.
 */
final class ReadModelsEqualLog implements Invariant {
    /** What the projection reads. */
    static final Set<Topic> READ = Set.of(
            Topics.ORDERS_EVENTS,
            Topics.ORDERS_REFUSALS,
            Topics.PAYMENTS_EVENTS,
            Topics.NOTIFICATIONS_EVENTS,
            Topics.INVENTORY_EVENTS,
            Topics.STOCK_EVENTS,
            Topics.STOCK_LEVELS);

    private static final int MOST_ROWS_SHOWN = 5;

    private final Findings findings;
    private final ParkedIndex parked;
    private final Positions positions;
    private final Expectation expectation;
    private final ReadModel model;
    private final Background<StoredRows> stored;
    private final Set<Place> behind = ConcurrentHashMap.newKeySet();

    ReadModelsEqualLog(
            Findings findings, ParkedIndex parked, Positions positions, Expectation expectation, ReadModel model) {
        this.findings = findings;
        this.parked = parked;
        this.positions = positions;
        this.expectation = expectation;
        this.model = model;
        this.stored = Background.begin("verify-rows", () -> StoredRows.read(model));
    }

    @Override
    public Law law() {
        return Law.I9;
    }

    @Override
    public Set<Topic> reads() {
        return READ;
    }

    @Override
    public Desk open(Slice slice) {
        return new OrderRowsDesk(slice);
    }

    @Override
    public Desk openShared() {
        return new StockRowsDesk();
    }

    @Override
    public void conclude() {
        judgeBehind();
        findings.checked("rows", stored.get().rows());
        stored.get()
                .unclaimed()
                .forEach(owner -> findings.violated(
                        () -> owner,
                        tablesOf(owner),
                        "no row, as the projected part of the log says nothing of it",
                        "rows"));
    }

    /** When everything is quiet, nothing is left to be projected. */
    private void judgeBehind() {
        if (expectation.isQuiet()) {
            behind.forEach(place -> findings.violated(
                    () -> ReadModel.CONSUMER,
                    List.of(place),
                    "everything projected, as everything is quiet",
                    "records from offset " + place.offset() + " on are not"));
        }
    }

    private List<Place> tablesOf(String owner) {
        List<Place> tables = new ArrayList<>();
        for (ReadTable table : ReadTable.values()) {
            if (storedSumOf(table, owner) != 0) {
                tables.add(Place.table(table.view()));
            }
        }
        return tables;
    }

    private void compare(ReadTable table, String owner, long expected, String description, List<Place> places) {
        if (expected != storedSumOf(table, owner)) {
            List<Place> all = new ArrayList<>();
            all.add(Place.table(table.view()));
            all.addAll(places);
            findings.violated(() -> owner, all, description, show(table, owner));
        }
    }

    private long storedSumOf(ReadTable table, String owner) {
        StoredRows rows = stored.get();
        return rows.sumOf(table, rows.claim(owner));
    }

    private String show(ReadTable table, String owner) {
        List<ReadRow> rows = model.rowsOf(table, owner);
        if (rows.isEmpty()) {
            return "no row";
        }
        List<String> shown =
                rows.stream().limit(MOST_ROWS_SHOWN).map(ReadRow::toString).toList();
        return rows.size()
                + (rows.size() == 1 ? " row: " : " rows: ")
                + String.join(" | ", shown)
                + (rows.size() > MOST_ROWS_SHOWN ? " | ..." : "");
    }

    private final class OrderRowsDesk implements Desk {
        private final Slice slice;
        private final Projected projected = projected();
        private final PerOrder<OrderRows> orders = new PerOrder<>(OrderRows::new);
        private long checked;

        OrderRowsDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message != null && projected.has(record)) {
                orders.at(order).take(message, record.offset(), PackedPlace.of(record));
            }
        }

        @Override
        public void conclude() {
            orders.forEach(this::judge);
            findings.checked("orders", checked);
        }

        private void judge(int order, OrderRows rows) {
            checked++;
            String id = slice.orders().idOf(order);
            List<Place> places = rows.place() == 0 ? List.of() : List.of(PackedPlace.unpack(rows.place()));
            for (ReadTable table : ReadTable.values()) {
                compare(table, id, rows.sumOf(table), rows.describe(table), places);
            }
        }
    }

    private final class StockRowsDesk implements Desk {
        private final Projected projected = projected();
        private final Map<String, Long> movements = new HashMap<>();
        private final Map<String, Level> levels = new HashMap<>();

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof StockEvent event && projected.has(record)) {
                ReadRow row = StockRows.movement(event, record.offset());
                movements.merge(row.owner(), RowHash.of(row), Long::sum);
            } else if (message instanceof StockLevel level) {
                ReadRow row = StockRows.level(level, record.offset());
                levels.put(row.owner(), new Level(row, record.place(), projected.has(record)));
            }
        }

        @Override
        public void conclude() {
            Set<String> skus = new TreeSet<>(movements.keySet());
            skus.addAll(levels.keySet());
            skus.forEach(this::judge);
            findings.checked("levels", levels.size());
        }

        private void judge(String sku) {
            compare(
                    ReadTable.STOCK_MOVEMENTS,
                    sku,
                    movements.getOrDefault(sku, 0L),
                    "the receipts and adjustments of the log",
                    List.of());
            Level level = levels.get(sku);
            if (level == null) {
                compare(ReadTable.STOCK_LEVELS, sku, 0, "no row, as no level was told", List.of());
            } else if (level.isProjected()) {
                compare(
                        ReadTable.STOCK_LEVELS,
                        sku,
                        RowHash.of(level.row()),
                        level.row().toString(),
                        List.of(level.place()));
            }
        }
    }

    /** The latest level of a SKU. Where it has not been projected, the one that was may have been compacted away. */
    private record Level(ReadRow row, Place place, boolean isProjected) {}

    private Projected projected() {
        return new Projected(positions, parked, behind);
    }
}
