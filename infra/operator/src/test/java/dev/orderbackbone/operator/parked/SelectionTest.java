package dev.orderbackbone.operator.parked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.operator.parking.ParkedFates;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final ParkedEntries intake = new ParkedEntries(Topics.ORDER_EVENTS, Topics.ORDERS_INTAKE);
    private final ParkedEntry first = intake.inLine("a", message("a"));
    private final ParkedEntry other = intake.inLine("b", message("b"));
    private final ParkedEntry second = intake.inLine("a", message("a"));
    private final ParkedEntry third = intake.inLine("a", message("a"));
    private final ParkedEntry garbage = intake.alone("a", "UNDECODABLE", null);

    @Test
    void takesALineFromItsFirstRecordUpToTheOneThatWasAskedFor() {
        Selection selection = redrive(state(first, other, second, third), second);

        assertThat(selection.entries()).containsExactly(first, second);
        assertThat(selection.additional()).isEqualTo(1);
        assertThat(selection.followed()).isEmpty();
        assertThat(selection.refused()).isEmpty();
    }

    @Test
    void followsLinesThatAreTakenAsAWhole() {
        Selection selection = redrive(state(first, other, second, third), third, other);

        assertThat(selection.entries()).containsExactly(other, first, second, third);
        assertThat(selection.followed()).containsExactly(other.record(), first.record());
    }

    @Test
    void stopsALineAtWhatCannotBeDecidedOn() {
        ParkedEntry inLine = intake.unknownInLine("a", "a");
        ParkedEntry behind = intake.inLine("a", message("a"));

        Selection selection = redrive(state(first, inLine, behind), behind);

        assertThat(selection.entries()).containsExactly(first);
        assertThat(selection.followed()).isEmpty();
        assertThat(selection.refused().keySet())
                .containsExactly(inLine.record().place(), behind.record().place());
        assertThat(selection.refused().get(behind.record().place()))
                .contains("waits behind " + inLine.record().place());
    }

    @Test
    void refusesWhatDoesNotDecodeOrIsNotDecidedOnByAnybody() {
        ParkedEntry call =
                new ParkedEntries(Topics.PAYMENT, Topics.PAYMENTS_CALLS).alone("a", "UNDECODABLE", message("a"));
        ParkedEntry projected =
                new ParkedEntries(Topics.INVENTORY, Topics.STOCK_EVENTS).alone("a", "DECIDER_FAILED", message("a"));
        ParkedEntry misplaced = intake.alone("a", "MISPLACED", message("a"));
        ParkedEntry wrong =
                intake.alone("a", "WRONG_TOPIC", new OrderExpired(message("a").meta()));

        Selection selection =
                redrive(state(garbage, call, projected, misplaced, wrong), garbage, call, projected, misplaced, wrong);

        assertThat(selection.entries()).isEmpty();
        assertThat(selection.refused().values())
                .satisfiesExactly(
                        why -> assertThat(why).contains("does not decode (CORRUPT)"),
                        why -> assertThat(why).contains("a worker parked it"),
                        why -> assertThat(why).contains("the projection parked it"),
                        why -> assertThat(why).contains("partition where its key does not belong"),
                        why -> assertThat(why).contains("OrderExpired is not carried by orders.intake.v1"));
    }

    @Test
    void discardsExactlyWhatWasAskedForOnce() {
        Selection selection = Selection.toDiscard(
                state(first, second, garbage, garbage), entry -> entry.equals(second) || entry.equals(garbage));

        assertThat(selection.entries()).containsExactly(second, garbage);
        assertThat(selection.additional()).isZero();
    }

    private static Selection redrive(ParkedState state, ParkedEntry... asked) {
        return Selection.toRedrive(state, Arrays.asList(asked)::contains, Refusals::ofRedrive);
    }

    private static ParkedState state(ParkedEntry... entries) {
        return new ParkedState(
                List.of(entries),
                ParkedFates.of(
                        Arrays.stream(entries).map(ParkedEntry::record).toList(),
                        List.of(),
                        Consumer::isDecidedBy,
                        place -> true));
    }

    private static Message message(String orderId) {
        UUID id = UUID.randomUUID();
        return new CancellationRequested(
                new Meta(id, orderId, 0, Instant.EPOCH, id, "shop"), "r1", "changed my mind", "customer");
    }
}
