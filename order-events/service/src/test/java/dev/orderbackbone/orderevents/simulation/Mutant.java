package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.SagaInput;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The genuine decider with one defect.
 *
 * @param name what it does wrong.
 * @param deaf inputs that it overlooks.
 * @param mouth what it tells, instead of each message.
 * @param memory what it remembers, instead of the order as it stands.
 */
record Mutant(
        String name,
        BiPredicate<@Nullable Order, SagaInput> deaf,
        Function<Message, List<Message>> mouth,
        UnaryOperator<Order> memory)
        implements Decider {
    private static final Decider GENUINE = Decider.genuine();

    static Mutant overlooking(String name, BiPredicate<@Nullable Order, SagaInput> deaf) {
        return new Mutant(name, deaf, List::of, order -> order);
    }

    static Mutant telling(String name, Function<Message, List<Message>> mouth) {
        return new Mutant(name, (order, input) -> false, mouth, order -> order);
    }

    static Mutant remembering(String name, UnaryOperator<Order> memory) {
        return new Mutant(name, (order, input) -> false, List::of, memory);
    }

    @Override
    public Decision<Order> decide(@Nullable Order order, String key, SagaInput input, Instant now) {
        return deaf.test(order, input)
                ? Decision.ignored("overlooked")
                : spoilt(GENUINE.decide(order, key, input, now));
    }

    @Override
    public Decision<Order> decideDue(Order order, String key, Instant now) {
        return spoilt(GENUINE.decideDue(order, key, now));
    }

    private Decision<Order> spoilt(Decision<Order> genuine) {
        return switch (genuine) {
            case Decision.Ignored<Order> ignored -> ignored;
            case Decision.Decided<Order>(Order order, List<Message> messages) ->
                Decision.decided(
                        order == null ? null : memory.apply(order),
                        messages.stream()
                                .flatMap(message -> mouth.apply(message).stream())
                                .toList());
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
