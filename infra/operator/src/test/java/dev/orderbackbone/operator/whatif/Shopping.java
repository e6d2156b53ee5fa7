package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import java.util.List;

/** What customers, the warehouse and operators do. Each order has two lines, from two places. */
record Shopping(RecordedWorld world) {
    static final String STORE = "shop";

    private static final int UNITS = 2;
    private static final long PRICE_MINOR = 500;
    private static final List<String> PLACES = List.of("main", "north");

    static String order(String key) {
        return OrderIds.of(STORE, key);
    }

    void receive(int units) {
        for (String place : PLACES) {
            world.write(new ReceiveStock(
                    world.root("", STORE), place, "receipt-" + place + units, List.of(new StockLine("sku", units))));
        }
    }

    OrderSubmitted submit(String key) {
        return submit(key, UNITS);
    }

    OrderSubmitted submit(String key, int units) {
        OrderSubmitted submitted = submission(world.root(order(key), STORE), key, units);
        world.write(submitted);
        return submitted;
    }

    void cancel(String key) {
        world.write(new CancellationRequested(root(key), "cancel-1", "changed my mind", "customer"));
    }

    void ship(String key, String shipmentId, int lineNumber) {
        world.write(new ShipmentDispatched(
                root(key), shipmentId, List.of(new ShippedLine(lineNumber, UNITS)), "carrier", "track"));
    }

    void sendBack(String key, String returnId, int lineNumber) {
        world.write(new ReturnReceived(
                root(key), returnId, List.of(new ReturnedLine(lineNumber, 1, true)), "does not fit"));
    }

    void hold(String key) {
        world.write(new HoldRequested(root(key), "hold-1", "looks odd", "kim"));
    }

    void release(String key) {
        world.write(new ReleaseRequested(root(key), "release-1", "is fine", "kim"));
    }

    private Meta root(String key) {
        return world.root(order(key), STORE);
    }

    private static OrderSubmitted submission(Meta meta, String key, int units) {
        List<OrderLine> lines = List.of(
                new OrderLine(1, "sku", "a thing", units, PRICE_MINOR, PLACES.getFirst()),
                new OrderLine(2, "sku", "a thing", units, PRICE_MINOR, PLACES.getLast()));
        return new OrderSubmitted(
                meta,
                key,
                "customer-7",
                new Contact("Kim Example", "kim@example.com"),
                "DE",
                "EUR",
                lines,
                List.of(),
                2L * units * PRICE_MINOR,
                "tok_visa",
                RecordedWorld.START);
    }
}
