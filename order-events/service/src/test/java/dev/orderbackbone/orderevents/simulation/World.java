package dev.orderbackbone.orderevents.simulation;

import static dev.orderbackbone.orderevents.simulation.LawBroken.unless;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.schemas.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One world: everybody around the saga, the messages between them, and the clock. */
final class World {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final String META = "meta=Meta\\[eventId=([^,]+),[^]]*]";
    private static final int MOST_STEPS_TO_QUIET = 5_000;
    private static final int STEPS_WITH_REPETITIONS = 30;

    final Chance chance;
    final Settings settings;

    private final SagaUnderLaws saga;
    private final Map<String, OrderLaws> laws = new LinkedHashMap<>();
    private final Map<String, PaymentModel> payments = new LinkedHashMap<>();
    private final Map<String, StockModel> pools = new LinkedHashMap<>();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private Instant now = BEGINNING;
    private long ids;

    private World(long seed, Decider decider, Tally tally, @Nullable List<String> log) {
        this.chance = new Chance(seed);
        this.settings = Settings.draw(chance);
        this.saga = new SagaUnderLaws(decider, this::law, this::send, tally, log);
    }

    /** Runs the world of that seed to its end. Throws with the seed and everything that happened if a law is broken. */
    static void run(long seed, Decider decider, Tally tally) {
        try {
            new World(seed, decider, tally, null).run();
        } catch (RuntimeException unlogged) {
            throw new AssertionError(report(seed, decider), unlogged);
        }
    }

    /** The same world once more, this time taken down. */
    private static String report(long seed, Decider decider) {
        List<String> log = new ArrayList<>();
        World again = new World(seed, decider, new Tally(), log);
        String law = "it does not happen again";
        try {
            again.run();
        } catch (RuntimeException broken) {
            law = String.valueOf(broken.getMessage());
        }
        String history = String.join("\n", log).replaceAll(META, "$1");
        return "seed " + seed + ": " + law + "\n" + again.settings + "\n" + history;
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
        checkQuiet();
        for (Channel channel : List.copyOf(channels.values())) {
            saga.replay(channel.isForSaga() ? channel.delivered() : List.of(), now);
        }
        unless(channels.values().stream().allMatch(Channel::isEmpty), "a replay told somebody to do something");
        checkQuiet();
    }

    private void checkQuiet() {
        laws.forEach((orderId, law) -> law.checkQuiet(order(orderId)));
    }

    /** Lets everything come to rest: people only help what waits for them. */
    private void drain(People people) {
        for (int step = 0; step < MOST_STEPS_TO_QUIET; step++) {
            double duplicate = step < STEPS_WITH_REPETITIONS ? settings.duplicate() : 0;
            if (!happen(duplicate) && !people.help() && !passDeadline()) {
                return;
            }
        }
        throw new LawBroken("does not come to rest");
    }

    /** One thing happens: a message arrives, or arrives again, the gateway gets on, or a deadline passes. False if nothing can. */
    private boolean happen(double duplicate) {
        passTime();
        if (chance.in(duplicate) && !channels.isEmpty()) {
            chance.one(List.copyOf(channels.values())).repeatAny(chance);
            return true;
        }
        List<Runnable> possible = new ArrayList<>();
        for (Channel channel : channels.values()) {
            if (!channel.isEmpty()) {
                possible.add(() -> channel.deliver(chance));
            }
        }
        for (PaymentModel payment : payments.values()) {
            if (payment.hasOpen()) {
                possible.add(payment::act);
            }
        }
        saga.orders().forEach((orderId, order) -> {
            if (isDue(order)) {
                possible.add(() -> saga.decideDue(orderId, now));
            }
        });
        if (possible.isEmpty()) {
            return false;
        }
        chance.one(possible).run();
        return true;
    }

    private void passTime() {
        now = now.plusMillis(chance.between(1, 2_000));
        if (chance.in(settings.timeJump())) {
            now = now.plus(Duration.ofMinutes(chance.between(1, 15)));
        }
    }

    private boolean isDue(Order order) {
        Instant deadline = order.deadline();
        return deadline != null && !deadline.isAfter(now);
    }

    private boolean passDeadline() {
        for (Order order : saga.orders().values()) {
            Instant deadline = order.deadline();
            if (deadline != null) {
                now = deadline.isAfter(now) ? deadline : now;
                return true;
            }
        }
        return false;
    }

    /** Puts a message on its way. */
    void send(Message message) {
        String name = switch (message) {
            case InventoryCommand command -> "to " + MessageKey.of(command);
            case InventoryEvent event -> "from stock to " + event.meta().orderId();
            default -> message.getClass().getPackageName() + message.meta().orderId() + isCommand(message);
        };
        channels.computeIfAbsent(name, unseen -> channelFor(message)).send(message);
    }

    private Channel channelFor(Message first) {
        String orderId = first.meta().orderId();
        return switch (first) {
            case InventoryCommand command ->
                Channel.toPartner(next -> pool(MessageKey.of(command)).receive((InventoryCommand) next));
            case PaymentCommand _ -> Channel.toPartner(next -> payment(orderId).receive((PaymentCommand) next));
            default -> Channel.toSaga(!settings.reorders(), next -> saga.decide(next, now));
        };
    }

    private static boolean isCommand(Message message) {
        return message instanceof PaymentCommand;
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

    @Nullable
    Order order(String orderId) {
        return saga.orders().get(orderId);
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
}
