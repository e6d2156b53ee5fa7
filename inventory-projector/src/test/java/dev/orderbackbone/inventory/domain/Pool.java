package dev.orderbackbone.inventory.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole pool in memory: stores what the decider decides, as the flow does. */
final class Pool {
    static final String NAME = "main";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Decider decider;
    private final Map<String, Stock> stock = new HashMap<>();
    private final Map<String, Reservation> reservations = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final List<Message> said = new ArrayList<>();
    private long sequence;

    Pool(Decider decider) {
        this.decider = decider;
    }

    /** What the pool says to the command; empty where it ignores it. */
    List<Message> tell(InventoryCommand command) {
        return decide(command) instanceof Decision.Decided<PoolView>(PoolView after, List<Message> messages)
                ? store(after, command, messages)
                : List.of();
    }

    /** Why the pool ignores the command; empty where it does not. */
    String ignores(InventoryCommand command) {
        return decide(command) instanceof Decision.Ignored<PoolView>(String why) ? why : "";
    }

    Map<String, Stock> stock() {
        return stock;
    }

    Stock stockOf(String sku) {
        return stock.getOrDefault(sku, Stock.NONE);
    }

    Map<String, Reservation> reservations() {
        return reservations;
    }

    List<Message> said() {
        return said;
    }

    private Decision<PoolView> decide(InventoryCommand command) {
        String subject = Subjects.subjectOf(command);
        Reservation reservation = Subjects.concernsOrder(command) ? reservations.get(subject) : null;
        Map<String, Stock> concerned =
                Subjects.skusOf(command, reservation).stream().collect(toMap(identity(), this::stockOf));
        PoolView view = new PoolView(NAME, sequence, subject, concerned, reservation, documents.contains(subject));
        return decider.decide(view, command, NOW);
    }

    private List<Message> store(PoolView after, InventoryCommand command, List<Message> messages) {
        sequence = after.sequence();
        stock.putAll(after.stock());
        if (Subjects.concernsOrder(command)) {
            reservations.put(after.subject(), after.reservation());
        } else {
            documents.add(after.subject());
        }
        said.addAll(messages);
        return messages;
    }
}
