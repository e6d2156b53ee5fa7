package dev.orderbackbone.orderevents.simulation;

import dev.orderbackbone.contract.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Messages on their way from one to another: in order, unless the world says otherwise; any of them may come again. */
final class Channel {
    private final Consumer<Message> receiver;
    private final boolean isForSaga;
    private final boolean keepsOrder;
    private final List<Message> waiting = new ArrayList<>();
    private final List<Message> delivered = new ArrayList<>();

    private Channel(boolean isForSaga, boolean keepsOrder, Consumer<Message> receiver) {
        this.isForSaga = isForSaga;
        this.keepsOrder = keepsOrder;
        this.receiver = receiver;
    }

    /** Commands of one key are one partition's: they never overtake each other. */
    static Channel toPartner(Consumer<Message> receiver) {
        return new Channel(false, true, receiver);
    }

    static Channel toSaga(boolean keepsOrder, Consumer<Message> receiver) {
        return new Channel(true, keepsOrder, receiver);
    }

    boolean isForSaga() {
        return isForSaga;
    }

    void send(Message message) {
        waiting.add(message);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void deliver(Chance chance) {
        Message next = waiting.remove(keepsOrder ? 0 : chance.between(0, waiting.size() - 1));
        delivered.add(next);
        receiver.accept(next);
    }

    void repeatAny(Chance chance) {
        if (!delivered.isEmpty()) {
            receiver.accept(chance.one(delivered));
        }
    }

    List<Message> delivered() {
        return List.copyOf(delivered);
    }
}
