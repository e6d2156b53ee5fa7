package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Commands for one pool, single ones and whole random histories. */
public final class Commands {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SKUS = 4;
    private static final int ORDERS = 12;

    private final Random random;
    private int made;

    /** Commands that are the same for the same seed. */
    public Commands(long seed) {
        random = new Random(seed);
    }

    public static StockLine line(String sku, int quantity) {
        return new StockLine(sku, quantity);
    }

    public ReserveStock reserve(String order, StockLine... lines) {
        return new ReserveStock(meta(order), Pool.NAME, List.of(lines));
    }

    public ReleaseReservation release(String order) {
        return new ReleaseReservation(meta(order), Pool.NAME);
    }

    public ConsumeReservation consume(String order, String shipmentId, StockLine... lines) {
        return new ConsumeReservation(meta(order), Pool.NAME, shipmentId, List.of(lines));
    }

    public ReturnStock takeBack(String order, String returnId, StockLine... lines) {
        return new ReturnStock(meta(order), Pool.NAME, returnId, List.of(lines));
    }

    public ReceiveStock receive(String receiptId, StockLine... lines) {
        return new ReceiveStock(meta(""), Pool.NAME, receiptId, List.of(lines));
    }

    public AdjustStock adjust(String adjustmentId, String sku, int delta) {
        return new AdjustStock(meta(""), Pool.NAME, adjustmentId, "count", List.of(new StockDelta(sku, delta)));
    }

    /** Any commands in any order, some of them several times, some of them nonsense. */
    public List<InventoryCommand> history() {
        List<InventoryCommand> commands = new ArrayList<>();
        IntStream.range(0, 5).forEach(count -> commands.add(receive("r" + count, lines(40))));
        IntStream.range(0, 4).forEach(count -> commands.add(adjust("a" + count, sku(), random.nextInt(-30, 20))));
        IntStream.range(0, ORDERS).forEach(order -> commands.addAll(lifeOf("order-" + order)));
        List<InventoryCommand> repeated =
                commands.stream().filter(command -> random.nextInt(3) == 0).toList();
        commands.addAll(repeated);
        shuffleSomewhat(commands);
        return commands;
    }

    private List<InventoryCommand> lifeOf(String order) {
        List<InventoryCommand> life = new ArrayList<>();
        StockLine[] lines = lines(15);
        life.add(reserve(order, lines));
        if (random.nextInt(4) > 0) {
            life.add(consume(order, "s1", lines));
        }
        if (random.nextInt(3) == 0) {
            life.add(consume(order, "s2", lines(10)));
        }
        if (random.nextInt(3) == 0) {
            life.add(takeBack(order, "t1", lines(5)));
        }
        if (random.nextInt(3) == 0) {
            life.add(release(order));
        }
        return life;
    }

    private StockLine[] lines(int most) {
        // One line in thirty breaks the rules: a quantity of 0 or less, or a SKU twice.
        return IntStream.rangeClosed(1, random.nextInt(1, 4))
                .mapToObj(number -> line(
                        random.nextInt(30) == 0 ? "sku-0" : "sku-" + number % SKUS,
                        random.nextInt(30) == 0 ? -random.nextInt(3) : random.nextInt(1, most)))
                .toArray(StockLine[]::new);
    }

    private String sku() {
        return "sku-" + random.nextInt(SKUS);
    }

    /** Most commands stay near their place, so that most orders get somewhere. */
    private void shuffleSomewhat(List<InventoryCommand> commands) {
        for (int swap = 0; swap < commands.size(); swap++) {
            int place = random.nextInt(commands.size());
            Collections.swap(commands, place, Math.min(commands.size() - 1, place + random.nextInt(12)));
        }
    }

    private Meta meta(String order) {
        UUID id = EventIds.root(AT, bits(random));
        return new Meta(id, order, 0, AT.plusMillis(made++), id, "shop");
    }

    private static UUID bits(RandomGenerator random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
