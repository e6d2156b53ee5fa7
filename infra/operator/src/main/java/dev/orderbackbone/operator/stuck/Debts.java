package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderHistory;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.log.CausalOrder;
import dev.orderbackbone.operator.parked.ParkedEntry;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who owes an order what, as far as its records tell. */
final class Debts {
    private static final List<Topic> TOPICS = Topics.ALL;
    private static final CausalOrder<Message> ORDER = new CausalOrder<>(
            message -> message.meta().eventId().toString(),
            message -> message.meta().causationId().toString(),
            Comparator.comparing((Message message) -> message.meta().occurredAt())
                    .thenComparingInt(message -> TOPICS.indexOf(Topics.of(message.getClass())))
                    .thenComparingInt(message -> message.meta().sequence()));

    private Debts() {}

    /**
     * What it waits for; never nothing.
     *
     * @param facts what was asked and answered for it, in any order.
     * @param parked records that concern it.
     */
    static List<Debt> of(OpenOrder order, Collection<Message> facts, Collection<ParkedEntry> parked) {
        List<Message> inOrder = ORDER.of(facts);
        OrderHistory history = OrderHistory.of(order.orderId());
        StockQuestions stock = new StockQuestions();
        PaymentQuestions payment = new PaymentQuestions();
        for (Message message : inOrder) {
            history = message instanceof OrderEvent event ? history.after(event) : history;
            stock.see(message);
            payment.see(message);
        }
        if (history.status() != OrderStatus.UNKNOWN && history.status() != order.status()) {
            return List.of(
                    new Debt("its row in mart.orders", "the projection", "the log says that the order is " + history));
        }
        List<Debt> debts = new ArrayList<>(ofParked(parked));
        List<Debt> asked = new ArrayList<>(stock.debts());
        asked.addAll(payment.debts());
        debts.addAll(ofStatus(order, asked, stock.isAnythingReserved()));
        return debts;
    }

    private static List<Debt> ofStatus(OpenOrder order, List<Debt> asked, boolean isAnythingReserved) {
        return switch (order.status()) {
            case PENDING ->
                elseOfSaga(asked, isAnythingReserved ? "OrderConfirmed or OrderCancelling" : "ReserveStock");
            case HELD -> asked.isEmpty() ? List.of(new Debt("ReleaseRequested", Debt.OPERATOR, "")) : asked;
            case CONFIRMED -> List.of(shipment(order));
            case PROCESSING -> {
                List<Debt> all = new ArrayList<>(asked);
                if (order.unshipped() > 0) {
                    all.addFirst(shipment(order));
                }
                yield elseOfSaga(all, "OrderCompleted");
            }
            case CANCELLING -> elseOfSaga(asked, "OrderCancelled, OrderExpired, OrderRejected or OrderCompleted");
            case COMPLETED, CANCELLED, EXPIRED, REJECTED, UNKNOWN -> List.of();
        };
    }

    /** Whoever has all answers owes the next step. */
    private static List<Debt> elseOfSaga(List<Debt> asked, String next) {
        return asked.isEmpty() ? List.of(new Debt(next, Topics.ORDER_EVENTS, "all that was asked is answered")) : asked;
    }

    private static Debt shipment(OpenOrder order) {
        return new Debt("ShipmentDispatched of " + order.unshipped() + " units", "the warehouse", "");
    }

    private static List<Debt> ofParked(Collection<ParkedEntry> parked) {
        Map<String, List<ParkedEntry>> byService = new LinkedHashMap<>();
        parked.forEach(entry -> byService
                .computeIfAbsent(entry.record().service(), service -> new ArrayList<>())
                .add(entry));
        List<Debt> debts = new ArrayList<>();
        byService.forEach((service, entries) -> {
            ParkedEntry first = entries.getFirst();
            String others = entries.size() == 1 ? "" : " and " + (entries.size() - 1) + " more";
            debts.add(new Debt(
                    "a decision on " + first.record().origin() + others,
                    Debt.OPERATOR,
                    service + " has parked it: " + first.record().reason()));
        });
        return debts;
    }
}
