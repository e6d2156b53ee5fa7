package dev.orderbackbone.simulators.warehouse;

import static dev.orderbackbone.simulators.warehouse.OrderStories.NOW;
import static dev.orderbackbone.simulators.warehouse.OrderStories.cancelling;
import static dev.orderbackbone.simulators.warehouse.OrderStories.completed;
import static dev.orderbackbone.simulators.warehouse.OrderStories.confirmed;
import static dev.orderbackbone.simulators.warehouse.OrderStories.held;
import static dev.orderbackbone.simulators.warehouse.OrderStories.placed;
import static dev.orderbackbone.simulators.warehouse.OrderStories.released;
import static dev.orderbackbone.simulators.warehouse.OrderStories.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.orderevents.client.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WarehouseTest {
    private static final Packing IN_ONE = new Packing(1, 0);
    private static final Packing IN_TWO = new Packing(1, 100);

    private final Warehouse warehouse = new Warehouse(IN_ONE, Duration.ZERO);
    private long offset;

    @Test
    void shipsAConfirmedOrderOnce() {
        see(warehouse, placed("a", 6, 2));
        assertThat(warehouse.due(NOW)).isEmpty();

        see(warehouse, confirmed("a"));
        Dispatch dispatch = onlyDue(warehouse, NOW);

        assertThat(dispatch.shipments()).isEqualTo(IN_ONE.of("a", new int[] {6, 2}));
        warehouse.sent(dispatch);
        assertThat(warehouse.due(NOW)).isEmpty();
    }

    @Test
    void anOrderWaitsAsLongAsWasSet() {
        Warehouse slow = new Warehouse(IN_ONE, Duration.ofSeconds(5));
        see(slow, placed("a", 1), confirmed("a"));

        assertThat(slow.due(NOW.plusSeconds(4))).isEmpty();
        assertThat(slow.due(NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void whatIsTakenBackWhileItWaitsDoesNotLeave() {
        see(warehouse, placed("a", 1), confirmed("a"), cancelling("a"));

        assertThat(warehouse.due(NOW)).isEmpty();
        assertThat(warehouse.openOrders()).isZero();
    }

    @Test
    void whatIsHeldLeavesWhenItIsReleased() {
        see(warehouse, placed("a", 1), confirmed("a"), held("a"));
        assertThat(warehouse.due(NOW)).isEmpty();

        see(warehouse, released("a", OrderStatus.CONFIRMED));

        assertThat(onlyDue(warehouse, NOW).orderId()).isEqualTo("a");
    }

    @Test
    void whatIsReleasedBeforeItWasConfirmedDoesNotLeave() {
        see(warehouse, placed("a", 1), held("a"), released("a", OrderStatus.PENDING));

        assertThat(warehouse.due(NOW)).isEmpty();
    }

    @Test
    void whatWasSentIntoAHoldIsSentAgainWithTheSameIdsAndContent() {
        see(warehouse, placed("a", 1), confirmed("a"));
        Dispatch first = onlyDue(warehouse, NOW);
        warehouse.sent(first);

        see(warehouse, held("a"), released("a", OrderStatus.CONFIRMED));

        assertThat(onlyDue(warehouse, NOW).shipments()).isEqualTo(first.shipments());
    }

    @Test
    void whatWasDoneBeforeARestartIsNotDoneAgain() {
        warehouse.see(placed("a", 1), 0, 0, true, NOW);
        warehouse.see(confirmed("a"), 0, 1, true, NOW);

        assertThat(warehouse.due(NOW)).isEmpty();
        assertThat(warehouse.openOrders()).isEqualTo(1);
    }

    @Test
    void anOrderIsForgottenWhenAllOfItHasShipped() {
        Warehouse splitting = new Warehouse(IN_TWO, Duration.ZERO);
        see(splitting, placed("a", 6, 2), confirmed("a"));
        Dispatch dispatch = onlyDue(splitting, NOW);
        splitting.sent(dispatch);

        see(splitting, shipped("a", dispatch.shipments().getFirst()));
        assertThat(splitting.openOrders()).isEqualTo(1);
        see(splitting, shipped("a", dispatch.shipments().getLast()));

        assertThat(splitting.openOrders()).isZero();
    }

    @Test
    void anOrderIsForgottenWhenItHasEnded() {
        see(warehouse, placed("a", 6, 2), completed("a"));

        assertThat(warehouse.openOrders()).isZero();
    }

    @Test
    void aPartitionIsDoneUpToTheFirstOrderThatStillWaitsThere() {
        warehouse.see(placed("a", 1), 0, 10, false, NOW);
        warehouse.see(confirmed("a"), 0, 11, false, NOW);
        warehouse.see(placed("b", 1), 0, 12, false, NOW);
        warehouse.see(confirmed("b"), 0, 13, false, NOW);

        assertThat(warehouse.doneUpTo(0, 14)).isEqualTo(11);
        assertThat(warehouse.doneUpTo(1, 7)).isEqualTo(7);

        warehouse.sent(warehouse.due(NOW).getFirst());
        assertThat(warehouse.doneUpTo(0, 14)).isEqualTo(13);
        warehouse.sent(warehouse.due(NOW).getFirst());
        assertThat(warehouse.doneUpTo(0, 14)).isEqualTo(14);
    }

    /** Whenever it is killed, every order leaves, and what leaves twice leaves with the same ids and content. */
    @Test
    void nothingIsLostByAKillAndNothingIsDoneTwiceInAnotherWay() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<OrderEvent> log = someOrders(random);
            Map<String, List<Shipment>> left = new HashMap<>();
            long committed = 0;
            for (int life = 0; life < 4; life++) {
                int killedAt = life == 3 ? log.size() : random.nextInt(log.size() + 1);
                committed = live(log, killedAt, committed, random, left, "seed " + seed);
            }
            assertThat(left.keySet()).as("seed %d", seed).isEqualTo(confirmedIn(log));
        }
    }

    /** Reads the log up to a position and is killed there; returns what it had committed. */
    private static long live(
            List<OrderEvent> log,
            int killedAt,
            long committedBefore,
            Random random,
            Map<String, List<Shipment>> left,
            String world) {
        Warehouse life = new Warehouse(new Packing(7, 50), Duration.ofMillis(random.nextInt(3)));
        long committed = committedBefore;
        boolean last = killedAt == log.size();
        for (int at = 0; at < killedAt; at++) {
            life.see(log.get(at), 0, at, at < committedBefore, NOW.plusMillis(at));
            for (Dispatch dispatch : life.due(NOW.plusMillis(last ? at + 10 : at))) {
                if (random.nextBoolean() || last) {
                    assertThat(left.getOrDefault(dispatch.orderId(), dispatch.shipments()))
                            .as(world)
                            .isEqualTo(dispatch.shipments());
                    left.put(dispatch.orderId(), dispatch.shipments());
                    life.sent(dispatch);
                }
            }
            if (random.nextInt(3) == 0) {
                committed = Math.max(committed, life.doneUpTo(0, at + 1));
            }
        }
        return committed;
    }

    private static List<OrderEvent> someOrders(Random random) {
        List<OrderEvent> log = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            String order = "order-" + number;
            log.add(placed(order, 1 + random.nextInt(9), 1 + random.nextInt(9)));
            pending.add(order);
            if (random.nextBoolean()) {
                log.add(confirmed(pending.remove(random.nextInt(pending.size()))));
            }
        }
        pending.forEach(order -> log.add(confirmed(order)));
        return log;
    }

    private static Set<String> confirmedIn(List<OrderEvent> log) {
        return log.stream().map(event -> event.meta().orderId()).collect(Collectors.toSet());
    }

    private void see(Warehouse in, OrderEvent... events) {
        for (OrderEvent event : events) {
            in.see(event, 0, offset++, false, NOW);
        }
    }

    private static Dispatch onlyDue(Warehouse in, Instant now) {
        List<Dispatch> due = in.due(now);
        assertThat(due).hasSize(1);
        return due.getFirst();
    }
}
