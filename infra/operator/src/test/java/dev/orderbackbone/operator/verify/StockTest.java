package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.history.Written;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockTest {
    private final History history = History.of(81, 60, Plot.ending());

    @Test
    void noticesThatMoreIsPromisedThanThereIs() {
        history.replace(
                history.first(StockReserved.class),
                event -> new StockReserved(
                        event.meta(),
                        event.pool(),
                        event.poolSequence(),
                        List.of(new StockLine(event.lines().getFirst().sku(), 900_000))));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I7);
        assertThat(report.of(Law.I7).printed())
                .anySatisfy(violation -> assertThat(violation.expected()).contains("as no more is available"));
    }

    @Test
    void noticesALevelThatDoesNotFollowFromTheMovements() {
        StockLevel level = history.first(StockLevel.class);
        history.replace(
                level,
                event -> new StockLevel(
                        event.meta(),
                        event.pool(),
                        event.poolSequence(),
                        event.sku(),
                        event.onHand() + 1,
                        event.reserved()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I7);
        assertThat(Audits.firstOf(report, Law.I7).subject()).isEqualTo(level.pool());
        assertThat(Audits.firstOf(report, Law.I7).seen()).contains("on hand " + (level.onHand() + 1));
    }

    @Test
    void noticesAMovementThatIsMissing() {
        StockReceived received = history.first(StockReceived.class);
        history.remove(received);

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I7);
        assertThat(Audits.firstOf(report, Law.I7).expected()).contains("pool sequence " + received.poolSequence());
    }

    @Test
    void noticesAReceiptThatCountsTwice() {
        StockReceived received = history.first(StockReceived.class);
        long next = lastSequenceOf(received.pool()) + 1;
        history.append(new StockReceived(
                history.metaAfter(received.meta(), 0),
                received.pool(),
                next,
                received.sku(),
                received.receiptId(),
                received.quantity()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I7);
        assertThat(Audits.firstOf(report, Law.I7).expected()).isEqualTo("each receipt and adjustment once");
    }

    @Test
    void noticesAReleaseThatKeepsSomething() {
        history.replace(
                history.first(ReservationReleased.class, event -> !event.lines().isEmpty()),
                event -> new ReservationReleased(event.meta(), event.pool(), event.poolSequence(), List.of()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I7);
        assertThat(report.of(Law.I7).printed())
                .anySatisfy(violation ->
                        assertThat(violation.expected()).isEqualTo("no stock held, as the order has ended"));
    }

    @Test
    void noticesARefusalThatIsNotTrue() {
        history.replace(
                history.first(StockRefused.class),
                event -> new StockRefused(
                        event.meta(),
                        event.pool(),
                        event.poolSequence(),
                        event.shortages().stream()
                                .map(shortage -> new Shortage(shortage.sku(), 1, shortage.available()))
                                .toList()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I7);
    }

    @Test
    void noticesGoodsThatLeaveInPlaceOfOthers() {
        history.replace(
                history.first(ReservationConsumed.class),
                event -> new ReservationConsumed(
                        event.meta(),
                        event.pool(),
                        event.poolSequence(),
                        event.shipmentId(),
                        List.of(new StockLine("another sku", 1))));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I7);
    }

    @Test
    void noticesAnAdjustmentBelowWhatIsPromised() {
        history.replace(
                history.first(StockAdjusted.class, event -> event.appliedDelta() != event.requestedDelta()),
                event -> new StockAdjusted(
                        event.meta(),
                        event.pool(),
                        event.poolSequence(),
                        event.sku(),
                        event.adjustmentId(),
                        event.reason(),
                        event.requestedDelta(),
                        event.requestedDelta()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I7);
    }

    private long lastSequenceOf(String pool) {
        return history.log.stream()
                .map(Written::message)
                .mapToLong(message -> switch (message) {
                    case StockReceived event when event.pool().equals(pool) -> event.poolSequence();
                    case StockAdjusted event when event.pool().equals(pool) -> event.poolSequence();
                    case InventoryEvent event -> sequenceOf(event, pool);
                    case null, default -> 0;
                })
                .max()
                .orElseThrow();
    }

    private static long sequenceOf(InventoryEvent event, String pool) {
        return switch (event) {
            case StockReserved it -> it.pool().equals(pool) ? it.poolSequence() : 0;
            case StockRefused it -> it.pool().equals(pool) ? it.poolSequence() : 0;
            case ReservationReleased it -> it.pool().equals(pool) ? it.poolSequence() : 0;
            case ReservationConsumed it -> it.pool().equals(pool) ? it.poolSequence() : 0;
            case StockReturned it -> it.pool().equals(pool) ? it.poolSequence() : 0;
        };
    }
}
