package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.List;
import java.util.Set;

/** I3. The events of an order are numbered 1, 2, ... in the order in which they stand in the log, and each is legal after those before it. */
final class LegalHistory implements Invariant {
    private final Findings findings;

    LegalHistory(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Law law() {
        return Law.I3;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.ORDERS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new HistoryDesk(slice);
    }

    /** How far an order has come. */
    private static final class History {
        private final OrderPath path = new OrderPath();
        private int sequence;
    }

    private final class HistoryDesk implements Desk {
        private final Slice slice;
        private final PerOrder<History> histories = new PerOrder<>(History::new);
        private long orders;
        private long events;

        HistoryDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            if (record.message() instanceof OrderEvent event) {
                events++;
                judge(record, order, event);
            }
        }

        @Override
        public void conclude() {
            histories.forEach((order, history) -> orders++);
            findings.checked("orders", orders);
            findings.checked("events", events);
        }

        private void judge(LogRecord record, int order, OrderEvent event) {
            History history = histories.at(order);
            int expected = history.sequence + 1;
            int sequence = event.meta().sequence();
            if (sequence != expected) {
                violated(record, order, "sequence " + expected, nameOf(event) + " with sequence " + sequence);
            }
            history.sequence = sequence;
            OrderStatus before = history.path.status();
            if (!history.path.follow(event)) {
                String state = before == OrderStatus.UNKNOWN ? "an order that does not exist" : before.name();
                violated(record, order, "an event that may follow " + state, event.toString());
            }
        }

        private void violated(LogRecord record, int order, String expected, String seen) {
            findings.violated(() -> slice.orders().idOf(order), List.of(record.place()), expected, seen);
        }

        private String nameOf(OrderEvent event) {
            return event.getClass().getSimpleName();
        }
    }
}
