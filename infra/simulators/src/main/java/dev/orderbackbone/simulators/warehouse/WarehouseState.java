package dev.orderbackbone.simulators.warehouse;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** What the warehouse tells of itself, and the switch. Written by its thread, read by those who ask over HTTP. */
final class WarehouseState {
    private volatile boolean shipping;
    private volatile String activity = "starting";
    private volatile boolean following;
    private volatile int openOrders;
    private volatile int waitingOrders;
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong shipments = new AtomicLong();
    private final AtomicLong undecodable = new AtomicLong();

    WarehouseState(boolean shipping) {
        this.shipping = shipping;
    }

    boolean isShipping() {
        return shipping;
    }

    void setShipping(boolean on) {
        shipping = on;
    }

    void waitsFor(String what) {
        following = false;
        activity = what;
    }

    void follows(String what) {
        following = true;
        activity = what;
    }

    void shipped(Dispatch dispatch) {
        orders.incrementAndGet();
        shipments.addAndGet(dispatch.shipments().size());
    }

    void skipped() {
        undecodable.incrementAndGet();
    }

    void holds(int open, int waiting) {
        openOrders = open;
        waitingOrders = waiting;
    }

    long shippedOrders() {
        return orders.get();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeBooleanField("shipping", shipping);
        json.writeBooleanField("following", following);
        json.writeStringField("activity", activity);
        json.writeNumberField("shippedOrders", orders.get());
        json.writeNumberField("shipments", shipments.get());
        json.writeNumberField("openOrders", openOrders);
        json.writeNumberField("waitingOrders", waitingOrders);
        json.writeNumberField("undecodable", undecodable.get());
    }

    @Override
    public String toString() {
        return orders + " orders left in " + shipments + " shipments; " + waitingOrders + " wait, " + openOrders
                + " are open";
    }
}
