package dev.orderbackbone.operator.verify.invariant;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * I11. No event id stands on two records; only what comes from outside, and levels of stock, name themselves as their cause; every other cause is an
 * event of the same order, or a command, that stands earlier in the same partition or, in another, is not dated later (but for the skew of
 * clocks that is allowed; what comes from outside may be dated as it likes); and every record that a service writes stands under its own key.
 * What a storefront sends again is counted.
 *
 * <p>Ids are compared by 64-bit hashes.
 */
final class CausesExist implements Invariant {
    private static final int VERSION_WITH_TIME = 7;
    private static final int BELOW_TIME_BITS = 16;

    private final Findings findings;
    private final long skewMs;
    private final EventIdTable shared = new EventIdTable();
    private final OpenCauses commands = new OpenCauses();
    private final BitSet commandsWithCause = new BitSet();
    private final List<long[]> idsOfSlices = new ArrayList<>();

    CausesExist(Findings findings, long skewMs) {
        this.findings = findings;
        this.skewMs = skewMs;
    }

    @Override
    public Law law() {
        return Law.I11;
    }

    @Override
    public Set<Topic> reads() {
        Set<Topic> topics = new HashSet<>();
        Topics.ALL.stream().filter(topic -> !topic.types().isEmpty()).forEach(topics::add);
        return topics;
    }

    @Override
    public Desk open(Slice slice) {
        return new CauseDesk(slice);
    }

    @Override
    public Desk openShared() {
        return new SharedCauseDesk();
    }

    @Override
    public void conclude() {
        for (int i = 0; i < commands.size(); i++) {
            if (!commandsWithCause.get(i)) {
                noCause("", commands.placeOf(i));
            }
        }
        idsOfSlices.add(shared.sortedWithout(Topics.ORDERS_INTAKE));
        for (int i = 0; i < idsOfSlices.size(); i++) {
            for (int j = 0; j < i; j++) {
                judgeDistinct(idsOfSlices.get(j), idsOfSlices.get(i));
            }
        }
    }

    /** Two partitions can only share an id by a fault that no service could have noticed; it is too rare to keep what it would take to name it. */
    private void judgeDistinct(long[] some, long[] others) {
        int i = 0;
        int j = 0;
        while (i < some.length && j < others.length) {
            if (some[i] == others[j]) {
                findings.violated(() -> "", List.of(), "each event id once", "one that stands in two partitions");
                i++;
            } else if (some[i] < others[j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void noCause(String subject, long place) {
        findings.violated(
                () -> subject,
                List.of(PackedPlace.unpack(place)),
                "a cause that stands in the log",
                "none with that event id");
    }

    private static boolean isFromOutside(Message message) {
        return message instanceof IntakeEvent
                || message instanceof ReceiveStock
                || message instanceof AdjustStock
                || message instanceof ResolvePayment
                || message instanceof NotificationCommand;
    }

    private static boolean mayCauseItself(Message message) {
        return isFromOutside(message) || message instanceof StockLevel;
    }

    private boolean isDatedAfter(UUID cause, UUID effect) {
        return cause.version() == VERSION_WITH_TIME
                && effect.version() == VERSION_WITH_TIME
                && cause.getMostSignificantBits() >>> BELOW_TIME_BITS
                        > (effect.getMostSignificantBits() >>> BELOW_TIME_BITS) + skewMs;
    }

    /** What both kinds of desks do with each record. */
    private abstract class IdDesk implements Desk {
        private final EventIdTable ids;
        private final OpenCauses open;
        private long events;
        private long repeated;

        IdDesk(EventIdTable ids, OpenCauses open) {
            this.ids = ids;
            this.open = open;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message == null) {
                return;
            }
            events++;
            Meta meta = message.meta();
            judgeKey(record, message);
            long id = Hash64.of(meta.eventId());
            if (!ids.add(id, record.topic())) {
                seenAgain(record, message, id);
            } else if (!meta.causationId().equals(meta.eventId())) {
                judgeCause(record, order, meta);
            } else if (!mayCauseItself(message)) {
                violated(
                        record,
                        "a cause other than itself",
                        message.getClass().getSimpleName() + " that causes itself");
            }
        }

        @Override
        public void conclude() {
            findings.checked("events", events);
            findings.remark("sent again from outside", repeated);
        }

        private void judgeKey(LogRecord record, Message message) {
            boolean mayBeWrong = isFromOutside(message);
            if (!mayBeWrong
                    && !Arrays.equals(record.key(), MessageKey.of(message).getBytes(UTF_8))) {
                violated(record, "the key " + MessageKey.of(message), "the key " + record.keyText());
            }
        }

        private void seenAgain(LogRecord record, Message message, long id) {
            if (isFromOutside(message) && ids.topicOf(id).equals(record.topic())) {
                repeated++;
            } else {
                violated(record, "each event id once", message.meta().eventId() + " again");
            }
        }

        private void judgeCause(LogRecord record, int order, Meta meta) {
            boolean late = isDatedAfter(meta.causationId(), meta.eventId());
            long cause = Hash64.of(meta.causationId());
            if (late || !ids.holds(cause)) {
                open.add(cause, record, order, late);
            }
        }

        private void violated(LogRecord record, String expected, String seen) {
            findings.violated(record::keyText, List.of(record.place()), expected, seen);
        }
    }

    /** Commands, and what happens to stock without an order. */
    private final class SharedCauseDesk extends IdDesk {
        SharedCauseDesk() {
            super(shared, commands);
        }

        @Override
        public void conclude() {
            super.conclude();
            for (int i = 0; i < commands.size(); i++) {
                if (shared.holds(commands.causeOf(i))) {
                    commandsWithCause.set(i);
                }
            }
        }
    }

    private final class CauseDesk extends IdDesk {
        private final Slice slice;
        private final EventIdTable ids;
        private final OpenCauses open;

        CauseDesk(Slice slice) {
            this(slice, new EventIdTable(), new OpenCauses());
        }

        private CauseDesk(Slice slice, EventIdTable ids, OpenCauses open) {
            super(ids, open);
            this.slice = slice;
            this.ids = ids;
            this.open = open;
        }

        @Override
        public void conclude() {
            super.conclude();
            for (int i = 0; i < open.size(); i++) {
                judgeOpen(i);
            }
            for (int i = 0; i < commands.size(); i++) {
                if (!commandsWithCause.get(i) && ids.holds(commands.causeOf(i))) {
                    commandsWithCause.set(i);
                }
            }
            idsOfSlices.add(ids.sortedWithout(Topics.ORDERS_INTAKE));
        }

        private void judgeOpen(int index) {
            long cause = open.causeOf(index);
            String order = slice.orders().idOf(open.orderOf(index));
            if (!ids.holds(cause)) {
                if (!shared.holds(cause)) {
                    noCause(order, open.placeOf(index));
                }
                return;
            }
            Topic topic = ids.topicOf(cause);
            Place place = PackedPlace.unpack(open.placeOf(index));
            boolean isBehind = topic.name().equals(place.source()) && !open.isLate(index);
            boolean isLate = open.isLate(index) && !topic.equals(Topics.ORDERS_INTAKE);
            if (isBehind || isLate) {
                findings.violated(
                        () -> order,
                        List.of(place),
                        "a cause that comes earlier",
                        isBehind
                                ? "one that comes later in the same partition"
                                : "one on " + topic.name() + " with a later date");
            }
        }
    }
}
