package dev.orderbackbone.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.StockLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What holds of a pool after every command, told from its events alone. */
final class PoolLaws {
    private final Map<String, Long> onHand = new HashMap<>();
    private final Map<String, Long> reserved = new HashMap<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Set<UUID> eventIds = new HashSet<>();
    private long sequence;

    /** Tells a history to a pool and checks the laws at every prefix. */
    static void hold(Decider decider, List<InventoryCommand> history) {
        Pool pool = new Pool(decider);
        PoolLaws laws = new PoolLaws();
        for (InventoryCommand command : history) {
            List<Message> answer = pool.tell(command);
            laws.commandIsAnsweredOnce(command, answer);
            answer.forEach(laws::follow);
            laws.stockIsWhatTheEventsSay(pool);
            laws.reservedIsTheSumOfOpenReservations(pool);
            laws.noMoreIsPromisedThanThereIs();
        }
    }

    private void commandIsAnsweredOnce(InventoryCommand command, List<Message> answer) {
        if (answer.isEmpty()) {
            return;
        }
        assertThat(answers.merge(intentOf(command), 1, Integer::sum))
                .as("answers to %s", intentOf(command))
                .isEqualTo(1);
        assertThat(answer)
                .allSatisfy(message -> assertThat(message.meta().causationId())
                        .isEqualTo(command.meta().eventId()));
    }

    private void follow(Message event) {
        assertThat(eventIds.add(event.meta().eventId())).as("event id is new").isTrue();
        assertThat(Movement.sequenceOf(event)).as("pool sequence").isEqualTo(++sequence);
        for (Movement movement : Movement.of(event)) {
            onHand.merge(movement.sku(), movement.onHand(), Long::sum);
            reserved.merge(movement.sku(), movement.reserved(), Long::sum);
        }
    }

    private void stockIsWhatTheEventsSay(Pool pool) {
        pool.stock().forEach((sku, stock) -> {
            assertThat(stock.onHand()).as("on hand of %s", sku).isEqualTo(onHand.getOrDefault(sku, 0L));
            assertThat(stock.reserved()).as("reserved of %s", sku).isEqualTo(reserved.getOrDefault(sku, 0L));
        });
        assertThat(pool.stock().keySet()).containsAll(onHand.keySet());
    }

    private void reservedIsTheSumOfOpenReservations(Pool pool) {
        Map<String, Long> open = new HashMap<>();
        for (Reservation reservation : pool.reservations().values()) {
            for (StockLine line : reservation.open()) {
                open.merge(line.sku(), (long) line.quantity(), Long::sum);
            }
        }
        reserved.forEach(
                (sku, units) -> assertThat(units).as("reserved of %s", sku).isEqualTo(open.getOrDefault(sku, 0L)));
    }

    private void noMoreIsPromisedThanThereIs() {
        reserved.forEach((sku, units) ->
                assertThat(units).as("reserved of %s", sku).isBetween(0L, onHand.getOrDefault(sku, 0L)));
    }

    private static String intentOf(InventoryCommand command) {
        String detail = switch (command) {
            case ConsumeReservation consume -> consume.shipmentId();
            case ReturnStock returned -> returned.returnId();
            case ReserveStock _ -> "";
            case ReleaseReservation _ -> "";
            case ReceiveStock _ -> "";
            case AdjustStock _ -> "";
        };
        return command.getClass().getSimpleName() + " " + Subjects.subjectOf(command) + " " + detail;
    }
}
