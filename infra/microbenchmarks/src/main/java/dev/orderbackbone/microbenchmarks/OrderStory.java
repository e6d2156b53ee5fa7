package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Decision.Decided;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.inventory.domain.Stock;
import dev.orderbackbone.inventory.domain.StockDecider;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.orderevents.domain.OrderDecider;
import dev.orderbackbone.orderevents.domain.SagaInput;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.payment.domain.Payment;
import dev.orderbackbone.payment.domain.PaymentDecider;
import dev.orderbackbone.payment.domain.PaymentRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one order is confirmed, played once by the real deciders: what each of them was given and said.
 *
 * @param pool its stock before the reservation.
 * @param confirmed the order at the end.
 */
record OrderStory(
        OrderSubmitted submitted,
        OrderPlaced placed,
        PoolView pool,
        ReserveStock reserve,
        StockReserved reserved,
        AuthorizePayment authorize,
        GatewayAnswer answer,
        PaymentAuthorized authorized,
        Order confirmed) {
    static final Instant NOW = SampleSubmissions.NOON;
    static final OrderDecider ORDERS = new OrderDecider(SagaSettings.STANDARD);
    static final PaymentDecider PAYMENTS = new PaymentDecider(PaymentRules.USUAL);

    private static final long PLENTY = 1_000;
    private static final int ANSWERS = 100;

    /** Plays it. */
    static OrderStory play() {
        OrderSubmitted submitted = SampleSubmissions.of(1);
        Decided<Order> placed = order(null, submitted);
        ReserveStock reserve = only(ReserveStock.class, placed);
        PoolView pool = pool(reserve);
        StockReserved reserved = only(StockReserved.class, effect(StockDecider.decide(pool, reserve, NOW)));
        Decided<Order> paying = order(placed.state(), reserved);
        AuthorizePayment authorize = only(AuthorizePayment.class, paying);
        Decided<Payment> calling = payment(null, authorize);
        GatewayAnswer answer = approvalOf(only(GatewayCall.class, calling));
        PaymentAuthorized authorized = only(PaymentAuthorized.class, payment(calling.state(), answer));
        Order confirmed =
                Objects.requireNonNull(order(paying.state(), authorized).state());
        return new OrderStory(
                submitted,
                only(OrderPlaced.class, placed),
                pool,
                reserve,
                reserved,
                authorize,
                answer,
                authorized,
                confirmed);
    }

    String orderId() {
        return submitted.meta().orderId();
    }

    /** What the order saga reads, in this order. */
    List<SagaInput> life() {
        return List.of(SagaInput.of(submitted), SagaInput.of(reserved), SagaInput.of(authorized));
    }

    /**
     * A decision that must have an effect.
     *
     * @throws IllegalStateException if it has none: a benchmark of it would measure something else.
     */
    static <S> Decided<S> effect(Decision<S> decision) {
        return switch (decision) {
            case Decided<S> decided -> decided;
            case Decision.Ignored<S>(String why) -> throw new IllegalStateException("ignored: " + why);
        };
    }

    private static Decided<Order> order(@Nullable Order order, Message input) {
        return effect(ORDERS.decide(order, input.meta().orderId(), SagaInput.of(input), NOW));
    }

    private static Decided<Payment> payment(@Nullable Payment payment, Message input) {
        return effect(PAYMENTS.decide(payment, input.meta().orderId(), input, NOW));
    }

    private static PoolView pool(ReserveStock reserve) {
        return new PoolView(
                reserve.pool(),
                PLENTY,
                reserve.meta().orderId(),
                reserve.lines().stream().collect(Collectors.toMap(StockLine::sku, line -> new Stock(PLENTY, 0))),
                null,
                false);
    }

    private static GatewayAnswer approvalOf(GatewayCall call) {
        Meta cause = call.meta();
        return new GatewayAnswer(
                new Meta(
                        EventIds.derive(cause.eventId(), ANSWERS, NOW),
                        cause.orderId(),
                        0,
                        NOW,
                        cause.eventId(),
                        cause.storeId()),
                call.callId(),
                call.operation(),
                call.operationId(),
                GatewayOutcome.APPROVED,
                "auth_1",
                call.amountMinor(),
                "");
    }

    private static <T extends Message> T only(Class<T> type, Decided<?> decided) {
        List<T> found = decided.messages().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "expected one " + type.getSimpleName() + ", but there is " + decided.messages());
        }
        return found.getFirst();
    }
}
