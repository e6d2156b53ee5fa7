package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.domain.Line;
import dev.orderbackbone.orderevents.domain.Operation;
import dev.orderbackbone.orderevents.domain.OperationStatus;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Customers, warehouses and operators: they do what they should, sometimes what they should not, and never know what is on its way. */
final class People {
    private final World world;
    private final Chance chance;
    private final Settings settings;
    private final List<OrderSubmitted> submitted = new ArrayList<>();
    private int documents;

    People(World world) {
        this.world = world;
        this.chance = world.chance;
        this.settings = world.settings;
    }

    void submitOrders() {
        for (int number = 1; number <= settings.orders(); number++) {
            OrderSubmitted order = Submissions.draw(chance, number, world.nextId(), world.now());
            submitted.add(order);
            world.send(order);
        }
    }

    /** Everybody does something, or nothing. */
    void act() {
        for (OrderSubmitted order : submitted) {
            String orderId = order.meta().orderId();
            if (chance.in(settings.cancellation())) {
                cancel(orderId);
            }
            OrderStatus status = world.law(orderId).history().status();
            if (isOpen(status) && chance.in(settings.hold())) {
                world.send(new HoldRequested(world.metaOf(orderId), document("h"), "check", "operator"));
            }
            if (status == OrderStatus.HELD && chance.in(settings.hold() * 4)) {
                release(orderId);
            }
            if (isOpen(status)
                    && chance.in(status == OrderStatus.PENDING ? settings.mischief() : settings.shipment())) {
                shipSome(orderId);
            }
            if (chance.in(settings.returned())) {
                returnSome(orderId);
            }
            if (chance.in(settings.lateApproval() / 10)) {
                world.payment(orderId).approveLate();
            }
            if (chance.in(settings.mischief())) {
                doMischief(order);
            }
        }
    }

    private static boolean isOpen(OrderStatus status) {
        return switch (status) {
            case PENDING, HELD, CONFIRMED, PROCESSING -> true;
            case UNKNOWN, CANCELLING, COMPLETED, CANCELLED, EXPIRED, REJECTED -> false;
        };
    }

    /** Somebody does what an order waits for. False if none waits for anybody. */
    boolean help() {
        for (OrderSubmitted order : submitted) {
            String orderId = order.meta().orderId();
            Order state = world.order(orderId);
            if (state != null && help(orderId, state)) {
                return true;
            }
        }
        return false;
    }

    private boolean help(String orderId, Order order) {
        if (order.status() == OrderStatus.HELD || hasRefusedOperation(order)) {
            release(orderId);
            return true;
        }
        List<ShippedLine> rest = unshipped(order);
        boolean mayShip = order.status() == OrderStatus.CONFIRMED || order.status() == OrderStatus.PROCESSING;
        if (mayShip && !rest.isEmpty()) {
            ship(orderId, rest);
            return true;
        }
        return false;
    }

    private static boolean hasRefusedOperation(Order order) {
        Payment payment = order.payment();
        return Stream.of(Stream.of(payment.voiding()), payment.captures().stream(), payment.refunds().stream())
                .flatMap(operations -> operations)
                .map(Operation::status)
                .anyMatch(OperationStatus.REFUSED::equals);
    }

    private static List<ShippedLine> unshipped(Order order) {
        List<ShippedLine> rest = new ArrayList<>();
        for (int index = 0; index < order.lines().size(); index++) {
            Line line = order.lines().get(index);
            if (line.quantity() > line.shipped()) {
                rest.add(new ShippedLine(index + 1, line.quantity() - line.shipped()));
            }
        }
        return rest;
    }

    private void cancel(String orderId) {
        world.send(new CancellationRequested(world.metaOf(orderId), document("c"), "changed my mind", "customer"));
    }

    private void release(String orderId) {
        world.send(new ReleaseRequested(world.metaOf(orderId), document("r"), "checked", "operator"));
    }

    private void shipSome(String orderId) {
        Order order = world.order(orderId);
        List<ShippedLine> some = new ArrayList<>();
        for (ShippedLine line : order == null ? List.<ShippedLine>of() : unshipped(order)) {
            if (chance.in(0.6)) {
                some.add(new ShippedLine(line.lineNumber(), chance.between(1, line.quantity())));
            }
        }
        if (!some.isEmpty()) {
            ship(orderId, some);
        }
    }

    private void ship(String orderId, List<ShippedLine> lines) {
        world.send(new ShipmentDispatched(world.metaOf(orderId), document("s"), lines, "carrier", null));
    }

    private void returnSome(String orderId) {
        Order order = world.order(orderId);
        List<ReturnedLine> some = new ArrayList<>();
        for (int index = 0; order != null && index < order.lines().size(); index++) {
            Line line = order.lines().get(index);
            if (line.shipped() > 0 && chance.in(0.5)) {
                some.add(new ReturnedLine(index + 1, chance.between(1, line.shipped()), chance.in(0.7)));
            }
        }
        if (!some.isEmpty()) {
            world.send(new ReturnReceived(world.metaOf(orderId), document("r"), some, null));
        }
    }

    private void doMischief(OrderSubmitted order) {
        String orderId = order.meta().orderId();
        switch (chance.between(1, 8)) {
            case 1 -> world.send(resubmitted(order, "token"));
            case 2 -> world.send(resubmitted(order, "another token"));
            case 3 -> ship(orderId, List.of(new ShippedLine(chance.between(-1, 9), chance.between(-1, 9))));
            case 4 ->
                world.send(new ReturnReceived(
                        world.metaOf(orderId),
                        document("r"),
                        List.of(new ReturnedLine(chance.between(-1, 9), chance.between(-1, 9), true)),
                        null));
            case 5 ->
                world.send(new ShipmentDispatched(
                        world.metaOf(orderId), "s-" + chance.between(1, 5), allOf(order), null, null));
            case 6 -> release(orderId);
            case 7 -> world.send(new HoldRequested(world.metaOf(orderId), document("h"), "check", "operator"));
            default -> cancel("nobody-knows-this-order");
        }
    }

    private static List<ShippedLine> allOf(OrderSubmitted order) {
        return order.lines().stream()
                .map((OrderLine line) -> new ShippedLine(line.lineNumber(), line.quantity()))
                .toList();
    }

    private OrderSubmitted resubmitted(OrderSubmitted order, String paymentMethod) {
        return new OrderSubmitted(
                world.metaOf(order.meta().orderId()),
                order.idempotencyKey(),
                order.customerId(),
                order.contact(),
                order.country(),
                order.currency(),
                order.lines(),
                order.charges(),
                order.totalMinor(),
                paymentMethod,
                order.orderedAt());
    }

    private String document(String kind) {
        return kind + "-" + ++documents;
    }
}
