package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.Facts.NOON;
import static dev.orderbackbone.orderevents.domain.Facts.ORDER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderHistory;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order and the decider, as an example sees them: facts go in, and the latest decision can be looked at. Whatever an example does, its
 * public history must be legal.
 */
final class Saga {
    private final OrderDecider decider;
    private @Nullable Order order;
    private OrderHistory history = OrderHistory.of(ORDER_ID);
    private Decision<Order> latest = Decision.ignored("nothing yet");
    private Instant now = NOON;

    private Saga(OrderDecider decider) {
        this.decider = decider;
    }

    static Saga with(SagaSettings settings) {
        return new Saga(new OrderDecider(settings));
    }

    static Saga begin() {
        return with(SagaSettings.STANDARD);
    }

    /** Placed, nothing answered. */
    static Saga placed(OrderSubmitted submitted) {
        return begin().when(submitted);
    }

    /** One pool, everything reserved and authorised. */
    static Saga confirmed(OrderSubmitted submitted) {
        Saga saga = placed(submitted).when(Facts.reserved("main"));
        return submitted.totalMinor() == 0 ? saga : saga.when(Facts.authorized(submitted.totalMinor()));
    }

    /** These happen one after the other. */
    Saga when(Message... facts) {
        for (Message fact : facts) {
            now = now.plusSeconds(1);
            decided(decider.decide(order, ORDER_ID, SagaInput.of(fact), now));
        }
        return this;
    }

    Saga whenUnderKey(String key, Message fact) {
        decided(decider.decide(order, key, SagaInput.of(fact), now));
        return this;
    }

    Saga whenDue() {
        decided(decider.decideDue(order(), ORDER_ID, now));
        return this;
    }

    Saga after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    private void decided(Decision<Order> decision) {
        latest = decision;
        if (decision instanceof Decision.Decided<Order>(Order state, List<Message> messages)) {
            order = state;
            for (Message message : messages) {
                history = message instanceof OrderEvent event ? history.after(event) : history;
            }
            assertThat(history.violations()).isEmpty();
        }
    }

    Order order() {
        assertThat(order).isNotNull();
        if (order == null) {
            throw new AssertionError("there is no order");
        }
        return order;
    }

    boolean hasOrder() {
        return order != null;
    }

    Instant now() {
        return now;
    }

    OrderStatus status() {
        return order().status();
    }

    /** What the latest decision told the others; empty also where it was ignored. */
    List<Message> told() {
        return latest instanceof Decision.Decided<Order> decided ? decided.messages() : List.of();
    }

    /** The latest decision told exactly this, by type. */
    Saga tells(Class<?>... types) {
        assertThat(latest).isInstanceOf(Decision.Decided.class);
        assertThat(told()).extracting(Object::getClass).isEqualTo(List.of(types));
        return this;
    }

    /** The only message of that type that the latest decision told. */
    <T extends Message> T told(Class<T> type) {
        List<T> all = told().stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    Saga is(OrderStatus status) {
        assertThat(status()).isEqualTo(status);
        return this;
    }

    Saga ignoresIt(String why) {
        assertThat(latest).isEqualTo(Decision.ignored(why));
        return this;
    }

    Saga refusesIt(String rule, String field) {
        tells(IntakeRefused.class);
        IntakeRefused refusal = told(IntakeRefused.class);
        assertThat(List.of(refusal.rule(), refusal.field())).containsExactly(rule, field);
        return this;
    }
}
