package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that happened, in order. Can be changed, to see whether the auditor notices. */
public final class History implements Sink {
    /** Partitions of every topic. */
    public static final int PARTITIONS = 3;

    public final List<Written> log = new ArrayList<>();
    public final List<GatewayEffect> gateway = new ArrayList<>();
    public final List<SentMail> mails = new ArrayList<>();
    public final List<String> accepted = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();

    /** How much there was between two transactions. */
    record Pause(int records, int effects, int mails) {}

    /** A history of the plots given, and no other. */
    public static History of(long seed, int stories, Plot... plots) {
        History history = new History();
        history.begin(seed).tell(stories, plots);
        return history;
    }

    /** A world with stock, which writes into this history. */
    public World begin(long seed) {
        World world = new World("w" + seed, seed, this);
        world.stock(3, 8, 1_000);
        return world;
    }

    @Override
    public void write(Topic topic, String key, @Nullable Message message, Fate fate) {
        log.add(new Written(topic, partitionOf(key), key, message, fate));
    }

    @Override
    public void gateway(GatewayEffect effect) {
        gateway.add(effect);
    }

    @Override
    public void mail(SentMail mail) {
        mails.add(mail);
    }

    @Override
    public void accepted(String orderId) {
        accepted.add(orderId);
    }

    @Override
    public void pause() {
        pauses.add(new Pause(log.size(), gateway.size(), mails.size()));
    }

    /** Meta of a message that somebody adds, caused by {@code cause}; the sequence is that of an order's event, else 0. */
    public Meta metaAfter(Meta cause, int sequence) {
        return new Meta(
                EventIds.derive(cause.eventId(), 77_000 + log.size(), lastTime()),
                cause.orderId(),
                sequence,
                lastTime(),
                cause.eventId(),
                cause.storeId());
    }

    /** The last event of an order on orders.events. */
    public OrderEvent lastOf(String orderId) {
        return log.stream()
                .map(Written::message)
                .filter(OrderEvent.class::isInstance)
                .map(OrderEvent.class::cast)
                .filter(event -> event.meta().orderId().equals(orderId))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** Meta of a further event of an order, caused by the one before. */
    public Meta metaOfNext(String orderId) {
        Meta last = lastOf(orderId).meta();
        return metaAfter(last, last.sequence() + 1);
    }

    /** Changes an entry of the gateway's ledger. */
    public void regateway(Predicate<GatewayEffect> condition, UnaryOperator<GatewayEffect> change) {
        gateway.replaceAll(effect -> condition.test(effect) ? change.apply(effect) : effect);
    }

    private Instant lastTime() {
        return log.stream()
                .map(Written::message)
                .filter(Objects::nonNull)
                .map(message -> message.meta().occurredAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The first message of a type. */
    public <M extends Message> M first(Class<M> type) {
        return first(type, message -> true);
    }

    /** The first message of a type that is as it should be. */
    public <M extends Message> M first(Class<M> type, Predicate<M> condition) {
        return log.stream()
                .map(Written::message)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(condition)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the history has no such " + type.getSimpleName()));
    }

    /** Puts another message in the place of one. */
    public <M extends Message> void replace(M message, UnaryOperator<M> change) {
        int index = indexOf(message);
        log.set(index, log.get(index).saying(change.apply(message)));
    }

    /** Lets the saga have parked a record, and have decided on it only later. */
    public void park(Message message) {
        int index = indexOf(message);
        Written written = log.get(index);
        log.set(index, new Written(written.topic(), written.partition(), written.key(), message, Fate.PARKED));
    }

    /** The same, of one whose bytes do not decode. */
    public void parkUnreadable(Message message) {
        int index = indexOf(message);
        Written written = log.get(index);
        log.set(index, new Written(written.topic(), written.partition(), written.key(), null, Fate.PARKED));
    }

    /** Takes a message out. */
    public void remove(Message message) {
        log.remove(indexOf(message));
    }

    /** Takes every message out that is so. */
    public void removeAll(Predicate<Message> condition) {
        log.removeIf(written -> written.message() != null && condition.test(written.message()));
    }

    /** Adds a message at the end. */
    public void append(Message message) {
        write(Topics.of(message.getClass()), MessageKey.of(message), message, Fate.EFFECT);
    }

    /** Adds a message right behind another one. */
    public void insertAfter(Message message, Message added) {
        String key = MessageKey.of(added);
        Written written = new Written(Topics.of(added.getClass()), partitionOf(key), key, added, Fate.EFFECT);
        log.add(indexOf(message) + 1, written);
    }

    /** Exchanges the places of two messages. */
    public void swap(Message one, Message other) {
        int first = indexOf(one);
        int second = indexOf(other);
        Written written = log.get(first);
        log.set(first, log.get(second));
        log.set(second, written);
    }

    /** Where a message stands in the log. */
    public int indexOf(Message message) {
        for (int i = 0; i < log.size(); i++) {
            if (message.equals(log.get(i).message())) {
                return i;
            }
        }
        throw new AssertionError("not in the history: " + message);
    }

    /** Moments between two transactions. */
    public int pauseCount() {
        return pauses.size();
    }

    private static int partitionOf(String key) {
        return Math.floorMod(key.hashCode(), PARTITIONS);
    }
}
