package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * I2. No two orders were placed for one store and idempotency key, and each order's id is the one that follows from them. Orders are compared over
 * the whole log, by a 64-bit hash of store and key.
 */
final class OneOrderPerIntent implements Invariant {
    private final Findings findings;
    private final LongTable intents = new LongTable();
    private final List<IntentDesk> desks = new ArrayList<>();
    private final Longs orderOfIntent = new Longs();

    OneOrderPerIntent(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Law law() {
        return Law.I2;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.ORDERS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new IntentDesk(slice);
    }

    @Override
    public void conclude() {
        findings.checked("intents", intents.size());
    }

    private final class IntentDesk implements Desk {
        private final Slice slice;
        private final Longs placed = new Longs();
        private final Ints orders = new Ints();
        private final Longs places = new Longs();

        IntentDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            if (!(record.message() instanceof OrderPlaced event)) {
                return;
            }
            String store = event.meta().storeId();
            String key = event.idempotencyKey();
            placed.add(Hash64.mix(Hash64.of(store), Hash64.of(key)));
            orders.add(order);
            places.add(PackedPlace.of(record));
            String id = OrderIds.of(store, key);
            if (!event.meta().orderId().equals(id)) {
                findings.violated(
                        () -> event.meta().orderId(),
                        List.of(record.place()),
                        "order id " + id + ", which follows from store " + store + " and key " + key,
                        event.meta().orderId());
            }
        }

        @Override
        public void conclude() {
            int number = desks.size();
            desks.add(this);
            for (int i = 0; i < placed.size(); i++) {
                int before = intents.size();
                int intent = intents.add(placed.get(i));
                if (intent == before) {
                    orderOfIntent.add((long) number << Integer.SIZE | i);
                } else {
                    compare(orderOfIntent.get(intent), i);
                }
            }
        }

        private void compare(long known, int index) {
            IntentDesk desk = desks.get((int) (known >>> Integer.SIZE));
            int other = (int) known;
            String first = desk.orderId(other);
            String second = orderId(index);
            if (!first.equals(second)) {
                findings.violated(
                        () -> second,
                        List.of(PackedPlace.unpack(desk.places.get(other)), PackedPlace.unpack(places.get(index))),
                        "one order for the store and idempotency key",
                        "placed as " + first + " and as " + second);
            }
        }

        private String orderId(int index) {
            return slice.orders().idOf(orders.get(index));
        }
    }
}
