package dev.orderbackbone.orderevents.simulation;

import static dev.orderbackbone.orderevents.simulation.LawBroken.unless;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The decider with its states, watched: whatever it decides is held against the laws before anybody hears of it. */
final class SagaUnderLaws {
    private final Decider decider;
    private final Function<String, OrderLaws> laws;
    private final Consumer<Message> post;
    private final Tally tally;
    private final @Nullable List<String> log;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Set<UUID> idsKnown = new HashSet<>();
    private final Set<UUID> refusedInputs = new HashSet<>();

    /**
     * A saga that has heard of nothing yet.
     *
     * @param laws those of an order.
     * @param post takes what the saga tells its partners.
     * @param log of what it decides; null to do without.
     */
    SagaUnderLaws(
            Decider decider,
            Function<String, OrderLaws> laws,
            Consumer<Message> post,
            Tally tally,
            @Nullable List<String> log) {
        this.decider = decider;
        this.laws = laws;
        this.post = post;
        this.tally = tally;
        this.log = log;
    }

    Map<String, Order> orders() {
        return orders;
    }

    void decide(Message message, Instant now) {
        String key = message.meta().orderId();
        idsKnown.add(message.meta().eventId());
        SagaInput input = SagaInput.of(message);
        Order order = orders.get(key);
        Decision<Order> decision = decider.decide(order, key, input, now);
        note(now, message, decision);
        unless(decision.equals(decider.decide(order, key, input, now)), "decides differently the second time");
        carryOut(key, message, decision);
    }

    void decideDue(String key, Instant now) {
        Order order = orders.get(key);
        if (order != null) {
            Decision<Order> decision = decider.decideDue(order, key, now);
            note(now, "the deadline of " + key, decision);
            carryOut(key, null, decision);
        }
    }

    /** Everything that was heard, heard again when all is over, has no effect but refusals: replays are silent. */
    void replay(List<Message> heard, Instant now) {
        Map<String, Order> before = Map.copyOf(orders);
        for (Message message : new ArrayList<>(heard)) {
            if (!refusedInputs.contains(message.meta().eventId())) {
                decide(message, now);
            }
        }
        unless(before.equals(orders), "a replay changed something");
    }

    private void carryOut(String key, @Nullable Message cause, Decision<Order> decision) {
        switch (decision) {
            case Decision.Ignored<Order>(String why) ->
                tally.count(
                        "ignored " + why, cause == null ? "" : cause.getClass().getSimpleName());
            case Decision.Decided<Order>(Order state, List<Message> messages) -> {
                if (state != null) {
                    orders.put(key, state);
                }
                messages.forEach(message -> tell(cause, message));
                if (state != null) {
                    laws.apply(key).checkState(state);
                }
                laws.apply(key).checkMoney();
            }
        }
    }

    private void tell(@Nullable Message cause, Message message) {
        Meta meta = message.meta();
        unless(idsKnown.add(meta.eventId()), "I11: the event id of ", message, " is not new");
        unless(idsKnown.contains(meta.causationId()), "I11: nobody knows the cause of ", message);
        tally.count("told", message.getClass().getSimpleName());
        switch (message) {
            case OrderEvent event -> laws.apply(meta.orderId()).on(event);
            case IntakeRefused refused -> {
                tally.count("refused", refused.rule());
                if (cause != null) {
                    refusedInputs.add(cause.meta().eventId());
                }
            }
            case PaymentCommand command -> {
                laws.apply(meta.orderId()).on(command);
                post.accept(command);
            }
            case InventoryCommand command -> post.accept(command);
            default -> throw new LawBroken("the saga does not say " + message);
        }
    }

    private void note(Instant now, Object input, Decision<Order> decision) {
        if (log != null) {
            log.add(now + " " + input + "\n      -> "
                    + (decision instanceof Decision.Decided<Order>(Order state, List<Message> messages)
                            ? messages + " " + (state == null ? "" : state.status())
                            : decision));
        }
    }
}
