package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One order's life. What can happen at the same time stands in tracks, of which one is taken at a time, by chance. */
final class Story {
    final World world;
    final Plot plot;
    final String key;
    final String id;
    final String currency;
    final Cart cart;
    final Contact contact;
    final Reserving reserving;
    final Paying paying;
    final Shipping shipping;
    final Telling telling;
    final Cancelling cancelling;
    OrderStatus status = OrderStatus.UNKNOWN;
    OrderStatus heldFrom = OrderStatus.UNKNOWN;
    private final List<Runnable> tracks = new ArrayList<>();
    private int sequence;

    Story(World world, String key, Plot plot) {
        this(world, key, OrderIds.of(World.STORE, key), plot);
    }

    Story(World world, String key, String id, Plot plot) {
        this.world = world;
        this.plot = plot;
        this.key = key;
        this.id = id;
        this.currency = world.random.nextBoolean() ? "EUR" : "JPY";
        this.cart = new Cart(world, plot);
        this.contact = new Contact("Kim", plot.has(Turn.NO_ADDRESS) ? null : key + "@example.com");
        this.reserving = new Reserving(this);
        this.paying = new Paying(this);
        this.shipping = new Shipping(this);
        this.telling = new Telling(this);
        this.cancelling = new Cancelling(this);
        then(new Submitting(this)::submit);
    }

    /** Goes one step on. Returns whether there is a further one. */
    boolean step() {
        tracks.remove(world.random.nextInt(tracks.size())).run();
        return !tracks.isEmpty();
    }

    void then(Runnable track) {
        tracks.add(track);
    }

    Meta caused(UUID cause) {
        return world.caused(id, 0, cause);
    }

    Meta root() {
        return world.root(id);
    }

    /** The saga tells of the order. */
    UUID tell(UUID cause, OrderStatus now, Function<Meta, OrderEvent> event) {
        sequence++;
        status = now;
        return world.write(event.apply(world.caused(id, sequence, cause)));
    }
}
