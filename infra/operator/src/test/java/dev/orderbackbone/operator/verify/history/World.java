package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.history.Sink.Fate;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Orders, pools, a gateway and a mail server, which do everything right. The same seed makes the same history. */
public final class World {
    public static final String STORE = "shop-1";
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final int STORIES_AT_A_TIME = 20;

    final Random random;
    private final Sink sink;
    private final Map<String, Pool> pools = new LinkedHashMap<>();
    private final String name;
    private long nowMs = BEGIN.toEpochMilli();
    private int ordinal;
    private long ledgerLines;
    private long mailLines;

    /**
     * A world.
     *
     * @param name keeps its orders and pools apart from those of other worlds.
     */
    public World(String name, long seed, Sink sink) {
        this.name = name;
        this.random = new Random(seed);
        this.sink = sink;
    }

    /** Stock arrives, so much that a few orders will find too little. */
    public void stock(int poolCount, int skusPerPool, int units) {
        for (int pool = 1; pool <= poolCount; pool++) {
            for (int sku = 1; sku <= skusPerPool; sku++) {
                receive(pool(poolName(pool)), "sku-" + sku, units + random.nextInt(units));
            }
        }
        Pool first = pool(poolName(1));
        adjust(first, "sku-1", -3);
        adjust(first, "sku-1", -1_000_000);
        receive(first, "sku-1", units);
    }

    /** Tells stories, some at a time, each step of each at a moment of chance. */
    public void tell(int count, Plot... plots) {
        List<Story> under = new ArrayList<>();
        int begun = 0;
        while (begun < count || !under.isEmpty()) {
            if (begun < count && under.size() < STORIES_AT_A_TIME) {
                Plot plot = plots[begun % plots.length];
                under.add(new Story(this, name + "-" + begun, plot));
                begun++;
            }
            Story story = under.get(random.nextInt(under.size()));
            if (!story.step()) {
                under.remove(story);
            }
            sink.pause();
        }
        tellLevels();
    }

    /** Tells one story, of an order that has an id which does not follow from its key. */
    public void tellOf(String key, String orderId, Plot plot) {
        Story story = new Story(this, key, orderId, plot);
        while (story.step()) {
            sink.pause();
        }
    }

    /** The time after the last event. */
    public Instant now() {
        return Instant.ofEpochMilli(nowMs);
    }

    String poolName(int number) {
        return name + "-pool-" + number;
    }

    Pool pool(String poolName) {
        return pools.computeIfAbsent(poolName, Pool::new);
    }

    Instant tick() {
        nowMs += 1 + random.nextInt(20);
        return now();
    }

    UUID randomId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Meta of a message that nothing caused. */
    Meta root(String orderId) {
        UUID id = EventIds.root(tick(), randomId());
        return new Meta(id, orderId, 0, now(), id, STORE);
    }

    /** Meta of a message with a cause. */
    Meta caused(String orderId, int sequence, UUID cause) {
        return new Meta(EventIds.derive(cause, ordinal++, tick()), orderId, sequence, now(), cause, STORE);
    }

    UUID write(Message message) {
        return write(message, Fate.EFFECT);
    }

    UUID write(Message message, Fate fate) {
        sink.write(Topics.of(message.getClass()), MessageKey.of(message), message, fate);
        return message.meta().eventId();
    }

    /** Bytes that no service can decode, put aside by the saga. */
    void writeGarbage(String key) {
        sink.write(Topics.ORDERS_INTAKE, key, null, Fate.PARKED);
    }

    void accepted(String orderId) {
        sink.accepted(orderId);
    }

    void charge(
            String key, GatewayOperation operation, String orderId, long amountMinor, String currency, boolean done) {
        sink.gateway(new GatewayEffect(++ledgerLines, key, operation, orderId, amountMinor, currency, done));
    }

    void mail(String messageId) {
        sink.mail(new SentMail(++mailLines, messageId));
    }

    void receive(Pool pool, String sku, int units) {
        String receiptId = "receipt-" + randomId();
        ReceiveStock command = new ReceiveStock(root(""), pool.name, receiptId, List.of(new StockLine(sku, units)));
        UUID cause = write(command);
        pool.add(sku, units);
        write(new StockReceived(caused("", 0, cause), pool.name, pool.nextSequence(), sku, receiptId, units));
    }

    private void adjust(Pool pool, String sku, int delta) {
        String adjustmentId = "adjustment-" + randomId();
        AdjustStock command =
                new AdjustStock(root(""), pool.name, adjustmentId, "count", List.of(new StockDelta(sku, delta)));
        UUID cause = write(command);
        int applied = (int) Math.max(delta, -pool.available(sku));
        pool.add(sku, applied);
        write(new StockAdjusted(
                caused("", 0, cause), pool.name, pool.nextSequence(), sku, adjustmentId, "count", delta, applied));
    }

    /** Levels of some SKUs are told now and then. */
    void tellLevel(Pool pool, String sku) {
        write(new StockLevel(root(""), pool.name, pool.sequence(), sku, pool.onHand(sku), pool.reserved(sku)));
    }

    private void tellLevels() {
        pools.values().forEach(pool -> pool.onHand.keySet().forEach(sku -> tellLevel(pool, sku)));
    }
}
