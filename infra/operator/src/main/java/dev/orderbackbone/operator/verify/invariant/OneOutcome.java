package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I4. No order has two outcomes, at any prefix. In a quiet system an order without one is waiting for somebody outside: for the warehouse, for an
 * operator, for the gateway, for its deadline. Where everything ought to have ended, none may be waiting.
 */
final class OneOutcome implements Invariant {
    private final Findings findings;
    private final ParkedIndex parked;
    private final Expectation expectation;
    private final long nowMs;

    /**
     * I4.
     *
     * @param nowMs when the audit began, milliseconds since 1970, less the time that a deadline may be late.
     */
    OneOutcome(Findings findings, ParkedIndex parked, Expectation expectation, long nowMs) {
        this.findings = findings;
        this.parked = parked;
        this.expectation = expectation;
        this.nowMs = nowMs;
    }

    @Override
    public Law law() {
        return Law.I4;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.ORDERS_EVENTS, Topics.PAYMENTS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new OutcomeDesk(slice);
    }

    /** How an order stands. */
    private static final class Outcome {
        private final OrderPath path = new OrderPath();
        private final OpenQuestions questions = new OpenQuestions();
        private long lastPlace;
        private long terminalPlace;
        private long confirmByMs;
        private int terminals;
    }

    private final class OutcomeDesk implements Desk {
        private final Slice slice;
        private final PerOrder<Outcome> outcomes = new PerOrder<>(Outcome::new);
        private long orders;
        private long ended;

        OutcomeDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof OrderEvent event) {
                seeOrder(record, order, event);
            } else if (message instanceof PaymentEvent event) {
                outcomes.at(order).questions.see(event);
            }
        }

        @Override
        public void conclude() {
            outcomes.forEach(this::judge);
            findings.checked("orders", orders);
            findings.checked("ended", ended);
        }

        private void seeOrder(LogRecord record, int order, OrderEvent event) {
            Outcome outcome = outcomes.at(order);
            long place = PackedPlace.of(record);
            outcome.path.follow(event);
            outcome.lastPlace = place;
            if (event instanceof OrderPlaced placed) {
                outcome.confirmByMs = placed.confirmBy().toEpochMilli();
            }
            if (!OrderPath.isTerminal(event)) {
                return;
            }
            if (++outcome.terminals > 1) {
                String name = event.getClass().getSimpleName();
                violated(order, Stream.of(outcome.terminalPlace, place), "one outcome", name + " as a further one");
            }
            outcome.terminalPlace = place;
        }

        private void judge(int order, Outcome outcome) {
            if (outcome.lastPlace == 0 && outcome.path.status() == OrderStatus.UNKNOWN) {
                return;
            }
            orders++;
            if (outcome.terminals > 0) {
                ended++;
                return;
            }
            switch (expectation) {
                case MAY_MOVE -> findings.remark("under way", 1);
                case QUIET -> judgeWaiting(order, outcome);
                case ENDED ->
                    violated(order, Stream.of(outcome.lastPlace), "an outcome", "still " + outcome.path.status());
            }
        }

        private void judgeWaiting(int order, Outcome outcome) {
            if (parked.stops(slice.orders().idOf(order))) {
                findings.remark("behind a parked record", 1);
                return;
            }
            if (!outcome.questions.isEmpty()) {
                findings.remark("waiting for the payment gateway, or for an operator to decide on the payment", 1);
                return;
            }
            switch (outcome.path.status()) {
                case PENDING -> judgePending(order, outcome);
                case CONFIRMED, PROCESSING -> findings.remark("waiting for a shipment", 1);
                case HELD -> findings.remark("waiting for an operator", 1);
                case CANCELLING ->
                    violated(
                            order,
                            Stream.of(outcome.lastPlace),
                            "an outcome, as nothing is under way any more",
                            "CANCELLING");
                case UNKNOWN, COMPLETED, CANCELLED, EXPIRED, REJECTED -> {}
            }
        }

        private void judgePending(int order, Outcome outcome) {
            if (outcome.confirmByMs < nowMs) {
                violated(order, Stream.of(outcome.lastPlace), "expired, as its time is over", "PENDING");
            } else {
                findings.remark("waiting for an answer or the deadline", 1);
            }
        }

        private void violated(int order, Stream<Long> places, String expected, String seen) {
            findings.violated(
                    () -> slice.orders().idOf(order),
                    places.map(PackedPlace::unpack).toList(),
                    expected,
                    seen);
        }
    }
}
