package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stock pools were asked for one order and have not answered. Is shown commands and events in the order of cause and effect. */
final class StockQuestions {
    private static final int MOST_NAMED = 3;

    private final Map<Answer, Map<String, Instant>> open = new EnumMap<>(Answer.class);
    private boolean isAnythingReserved;

    private enum Answer {
        RESERVED("StockReserved or StockRefused"),
        RELEASED("ReservationReleased"),
        CONSUMED("ReservationConsumed"),
        RETURNED("StockReturned");

        private final String events;

        Answer(String events) {
            this.events = events;
        }
    }

    void see(Message message) {
        if (message instanceof InventoryCommand command) {
            see(command);
        } else if (message instanceof InventoryEvent event) {
            see(event);
        }
    }

    /** Whether stock was asked for at all. */
    boolean isAnythingReserved() {
        return isAnythingReserved;
    }

    List<Debt> debts() {
        List<Debt> debts = new ArrayList<>();
        open.forEach((answer, asked) -> {
            if (!asked.isEmpty()) {
                debts.add(new Debt(answer.events + " of " + some(asked), Topics.INVENTORY, "asked " + first(asked)));
            }
        });
        return debts;
    }

    private void see(InventoryCommand command) {
        Instant at = command.meta().occurredAt();
        switch (command) {
            case ReserveStock reserve -> {
                isAnythingReserved = true;
                ask(Answer.RESERVED, reserve.pool(), at);
            }
            case ReleaseReservation release -> ask(Answer.RELEASED, release.pool(), at);
            case ConsumeReservation consume -> ask(Answer.CONSUMED, of(consume.shipmentId(), consume.pool()), at);
            case ReturnStock back -> ask(Answer.RETURNED, of(back.returnId(), back.pool()), at);
            case ReceiveStock _, AdjustStock _ -> {}
        }
    }

    private void see(InventoryEvent event) {
        switch (event) {
            case StockReserved reserved -> answered(Answer.RESERVED, reserved.pool());
            // What was never reserved needs no release.
            case StockRefused refused -> {
                answered(Answer.RESERVED, refused.pool());
                answered(Answer.RELEASED, refused.pool());
            }
            case ReservationReleased released -> {
                answered(Answer.RESERVED, released.pool());
                answered(Answer.RELEASED, released.pool());
            }
            case ReservationConsumed consumed -> answered(Answer.CONSUMED, of(consumed.shipmentId(), consumed.pool()));
            case StockReturned returned -> answered(Answer.RETURNED, of(returned.returnId(), returned.pool()));
        }
    }

    private void ask(Answer answer, String subject, Instant at) {
        open.computeIfAbsent(answer, any -> new TreeMap<>()).put(subject, at);
    }

    private void answered(Answer answer, String subject) {
        Map<String, Instant> asked = open.get(answer);
        if (asked != null) {
            asked.remove(subject);
        }
    }

    private static String of(String id, String pool) {
        return id + " in " + pool;
    }

    private static String some(Map<String, Instant> asked) {
        String named =
                String.join(", ", asked.keySet().stream().limit(MOST_NAMED).toList());
        return asked.size() > MOST_NAMED ? named + " and " + (asked.size() - MOST_NAMED) + " more" : named;
    }

    private static String first(Map<String, Instant> asked) {
        return Words.at(asked.values().stream().min(Instant::compareTo).orElseThrow());
    }
}
