package dev.orderbackbone.orderevents.simulation;

import static dev.orderbackbone.orderevents.simulation.LawBroken.unless;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.schemas.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One world: everybody around the decider, their messages, the clock, and what has happened so far. */
final class World {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final String META = "meta=Meta\\[eventId=([^,]+),[^]]*]";
    private static final int MOST_STEPS_TO_QUIET = 5_000;
    private static final int REPETITIONS_WHILE_DRAINING = 30;

    final Chance chance;
    final Settings settings;
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, OrderLaws> laws = new LinkedHashMap<>();
    final Map<String, PaymentModel> payments = new LinkedHashMap<>();

    private final Decider decider;
    private final Tally tally;
    private final Map<String, StockModel> pools = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Set<UUID> idsKnown = new HashSet<>();
    private final Set<UUID> refusedInputs = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private final boolean isLogged;
    private Instant now = BEGINNING;
    private long ids;

    private World(long seed, Decider decider, Tally tally, boolean isLogged) {
        this.chance = new Chance(seed);
        this.settings = Settings.draw(chance);
        this.decider = decider;
        this.tally = tally;
        this.isLogged = isLogged;
    }

    /** Runs the world of that seed to its end. Throws with the seed and everything that happened if a law is broken. */
    static void run(long seed, Decider decider, Tally tally) {
        try {
            new World(seed, decider, tally, false).run();
        } catch (RuntimeException unlogged) {
            World again = new World(seed, decider, new Tally(), true);
            try {
                again.run();
            } catch (RuntimeException broken) {
                throw new AssertionError(
                        "seed " + seed + ": " + broken.getMessage() + "\n" + again.settings + "\n"
                                + String.join("\n", again.log).replaceAll(META, "$1"),
                        broken);
            }
            throw new AssertionError("seed " + seed + " does not happen again", unlogged);
        }
    }

    private void run() {
        for (String location : Submissions.LOCATIONS) {
            Map<String, Integer> stock = new HashMap<>();
            Submissions.SKUS.forEach(sku -> stock.put(sku, chance.between(0, settings.unitsInStock())));
            pools.put(location, new StockModel(location, stock, this::metaOf, this::send));
        }
        People people = new People(this);
        people.submitOrders();
        for (int step = 0; step < settings.activeSteps(); step++) {
            people.act();
            happen(settings.duplicate());
        }
        drain(people);
        laws.forEach((orderId, law) -> law.checkQuiet(orders.get(orderId)));
        repeatEverything();
        laws.forEach((orderId, law) -> law.checkQuiet(orders.get(orderId)));
    }

    /** Lets everything come to rest: people only help what waits for them. */
    private void drain(People people) {
        int repetitions = 0;
        for (int step = 0; step < MOST_STEPS_TO_QUIET; step++) {
            boolean repeats = repetitions++ < REPETITIONS_WHILE_DRAINING;
            if (!happen(repeats ? settings.duplicate() : 0) && !people.help() && !passDeadline()) {
                return;
            }
        }
        throw new LawBroken("does not come to rest");
    }

    /** One thing happens: a message arrives, or arrives again, the gateway gets on, or time passes. False if there is nothing. */
    private boolean happen(double duplicate) {
        now = now.plusMillis(chance.between(1, 2_000));
        if (chance.in(settings.timeJump())) {
            now = now.plus(Duration.ofMinutes(chance.between(1, 15)));
        }
        if (chance.in(duplicate) && !channels.isEmpty()) {
            chance.one(List.copyOf(channels.values())).repeatAny(chance);
            return true;
        }
        List<Supplier<Boolean>> possible = new ArrayList<>();
        for (Channel channel : channels.values()) {
            if (!channel.isEmpty()) {
                possible.add(() -> {
                    channel.deliver(chance);
                    return true;
                });
            }
        }
        for (PaymentModel payment : payments.values()) {
            if (payment.hasOpen()) {
                possible.add(() -> {
                    payment.act();
                    return true;
                });
            }
        }
        orders.forEach((orderId, order) -> {
            if (isDue(order)) {
                possible.add(() -> {
                    decideDue(orderId);
                    return true;
                });
            }
        });
        return !possible.isEmpty() && chance.one(possible).get();
    }

    private boolean isDue(Order order) {
        Instant deadline = order.deadline();
        return deadline != null && !deadline.isAfter(now);
    }

    private boolean passDeadline() {
        for (Order order : orders.values()) {
            Instant deadline = order.deadline();
            if (deadline != null) {
                now = deadline.isAfter(now) ? deadline : now;
                return true;
            }
        }
        return false;
    }

    /** Everything that was said, said again when all is over, has no effect but refusals: replays are silent. */
    private void repeatEverything() {
        Map<String, Order> before = Map.copyOf(orders);
        for (Channel channel : List.copyOf(channels.values())) {
            for (Message message : channel.delivered()) {
                if (!(message instanceof InventoryCommand || message instanceof PaymentCommand)
                        && !refusedInputs.contains(message.meta().eventId())) {
                    decide(message);
                }
            }
        }
        unless(before.equals(orders), "a replay changed something");
        unless(channels.values().stream().allMatch(Channel::isEmpty), "a replay told somebody to do something");
    }

    /** Puts a message on its way. */
    void send(Message message) {
        String channel = switch (message) {
            case InventoryCommand command -> "stock " + MessageKey.of(command);
            case PaymentCommand command -> "payment " + command.meta().orderId();
            case InventoryEvent event -> "from stock " + event.meta().orderId();
            default -> message.getClass().getPackageName() + message.meta().orderId();
        };
        channels.computeIfAbsent(channel, unseen -> channelFor(message)).send(message);
    }

    private Channel channelFor(Message message) {
        return switch (message) {
            case InventoryCommand command ->
                new Channel(true, next -> pool(MessageKey.of(command)).receive((InventoryCommand) next));
            case PaymentCommand command ->
                new Channel(true, next -> payment(command.meta().orderId()).receive((PaymentCommand) next));
            default -> new Channel(!settings.reorders(), this::decide);
        };
    }

    private void decide(Message message) {
        String key = message.meta().orderId();
        idsKnown.add(message.meta().eventId());
        SagaInput input = SagaInput.of(message);
        Order order = orders.get(key);
        Decision<Order> decision = decider.decide(order, key, input, now);
        note(message, decision);
        unless(decision.equals(decider.decide(order, key, input, now)), "decides differently the second time");
        carryOut(key, message, decision);
    }

    private void decideDue(String key) {
        Order order = orders.get(key);
        if (order != null) {
            Decision<Order> decision = decider.decideDue(order, key, now);
            note("deadline of " + key, decision);
            carryOut(key, null, decision);
        }
    }

    private void carryOut(String key, @Nullable Message cause, Decision<Order> decision) {
        switch (decision) {
            case Decision.Ignored<Order>(String why) ->
                tally.count("ignored " + why
                        + (cause == null ? "" : " " + cause.getClass().getSimpleName()));
            case Decision.Decided<Order>(Order state, List<Message> messages) -> {
                if (state != null) {
                    orders.put(key, state);
                }
                messages.forEach(message -> tell(cause, message));
                if (state != null) {
                    law(key).checkState(state);
                }
                law(key).checkMoney();
            }
        }
    }

    private void tell(@Nullable Message cause, Message message) {
        Meta meta = message.meta();
        unless(idsKnown.add(meta.eventId()), "I11: the event id of ", message, " is not new");
        unless(idsKnown.contains(meta.causationId()), "I11: nobody knows the cause of ", message);
        tally.count(message.getClass().getSimpleName());
        switch (message) {
            case OrderEvent event -> law(meta.orderId()).on(event);
            case IntakeRefused refused -> {
                tally.count("refused " + refused.rule());
                if (cause != null) {
                    refusedInputs.add(cause.meta().eventId());
                }
            }
            case PaymentCommand command -> {
                law(meta.orderId()).on(command);
                send(command);
            }
            case InventoryCommand command -> send(command);
            default -> throw new LawBroken("the saga does not say " + message);
        }
    }

    private void note(Object input, Decision<Order> decision) {
        if (isLogged) {
            log.add(now + " " + input + "\n      -> "
                    + (decision instanceof Decision.Decided<Order> decided
                            ? decided.messages() + " "
                                    + (decided.state() == null
                                            ? ""
                                            : decided.state().status())
                            : decision));
        }
    }

    OrderLaws law(String orderId) {
        return laws.computeIfAbsent(orderId, id -> new OrderLaws(id, pools.values(), payment(id)));
    }

    PaymentModel payment(String orderId) {
        return payments.computeIfAbsent(
                orderId, id -> new PaymentModel(settings, chance, () -> metaOf(id), this::send));
    }

    private StockModel pool(String name) {
        StockModel pool = pools.get(name);
        if (pool == null) {
            throw new LawBroken("commands the unknown pool " + name);
        }
        return pool;
    }

    Meta metaOf(String orderId) {
        UUID id = nextId();
        return new Meta(id, orderId, 0, now, id, Submissions.STORE);
    }

    UUID nextId() {
        return new UUID(0, ++ids);
    }

    Instant now() {
        return now;
    }

    void tell(IntakeEvent event) {
        send(event);
    }
}
