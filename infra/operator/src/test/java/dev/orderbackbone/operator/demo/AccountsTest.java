package dev.orderbackbone.operator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationReason;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderCompleted;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderReturned;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final NewOrder ORDER = order("run-1");
    private static final NewOrder OTHER = order("run-2");
    private static final String ID = ORDER.orderId();
    private static final String OTHER_ID = OTHER.orderId();
    private static final Part PART = new Part(ID, "C3", List.of(new ReturnedLine(1, 1, true)));
    private static final Part OTHER_PART = new Part(OTHER_ID, "C3-2", List.of(new ReturnedLine(1, 1, true)));

    private final Accounts accounts = new Accounts(List.of(
            new Input.Order("1", ORDER),
            new Input.Order("2", OTHER),
            new Input.Return("C3", List.of(PART, OTHER_PART), 4),
            new Input.Adjustment("4", "sku", -3, "damages"),
            new Input.Refused("A5", "bad-debt-entry")));

    @Test
    void nothingIsAssumed() {
        Accounting total = accounts.total();

        assertThat(total.unaccounted()).containsExactly("1", "2", "C3", "4");
        assertThat(total.refusals()).containsOnlyKeys("bad-debt-entry");
        assertThat(total.isComplete()).isFalse();
        assertThat(accounts.pending()).isEqualTo(4);
    }

    @Test
    void anOrderThatWasSentAndOfWhichNothingWasHeardIsUnaccounted() {
        accounts.sending(ID);

        assertThat(accounts.total().unaccounted()).contains("1");
    }

    @Test
    void everyInputEndsAsExactlyOneOfFourThings() {
        complete(ID);
        complete(OTHER_ID);
        accounts.returning("C3");
        accounts.see(returned(ID, "C3"));
        accounts.see(returned(OTHER_ID, "C3-2"));
        accounts.adjusted("4");

        Accounting total = accounts.total();

        assertThat(total.orders()).containsOnlyKeys("COMPLETED").containsEntry("COMPLETED", 2L);
        assertThat(total.returns()).isEqualTo(1);
        assertThat(total.refusedReturnLines()).isEqualTo(4);
        assertThat(total.adjustments()).isEqualTo(1);
        assertThat(total.refusals()).containsEntry("bad-debt-entry", 1L);
        assertThat(total.isComplete()).isTrue();
        assertThat(accounts.pending()).isZero();
    }

    @Test
    void anOrderThatHasNotEndedIsCountedAsWhatItIsAndIsNotComplete() {
        accounts.sending(ID);
        accounts.see(placed(ID));
        accounts.see(new OrderConfirmed(meta(ID), 1));

        assertThat(accounts.total().orders()).containsEntry("CONFIRMED", 1L);
        assertThat(accounts.total().openOrders()).isEqualTo(1);
        assertThat(accounts.total().isComplete()).isFalse();
    }

    @Test
    void aRefusalIsCountedByItsRuleWhereverItCameFrom() {
        accounts.refused(ID, "total-not-negative");
        accounts.see(refused(OTHER_ID, "OrderSubmitted", "lines-not-empty"));

        assertThat(accounts.total().refusals())
                .containsEntry("total-not-negative", 1L)
                .containsEntry("lines-not-empty", 1L);
    }

    @Test
    void aRepetitionThatIsRefusedLeavesTheOrderWhatItIs() {
        complete(ID);
        accounts.see(refused(ID, "OrderSubmitted", "other-content"));

        assertThat(accounts.total().orders()).containsEntry("COMPLETED", 1L);
        assertThat(accounts.total().refusals()).doesNotContainKey("other-content");
    }

    @Test
    void aReturnIsSentWhenItsTurnHasComeAndItsOrderIsCompletedWhicheverIsLast() {
        assertThat(complete(ID)).isEmpty();
        assertThat(accounts.returning("C3")).containsExactly(PART);
        assertThat(complete(OTHER_ID)).containsExactly(OTHER_PART);
    }

    @Test
    void aReturnIsSentOnce() {
        accounts.returning("C3");
        assertThat(complete(ID)).containsExactly(PART);

        assertThat(accounts.see(new OrderCompleted(meta(ID), 1))).isEmpty();
        assertThat(accounts.returning("C3")).isEmpty();
    }

    @Test
    void aReturnOfWhichOnePartWasTakenBackIsAReturn() {
        complete(ID);
        reject(OTHER_ID);
        accounts.returning("C3");
        accounts.see(returned(ID, "C3"));

        Accounting total = accounts.total();

        assertThat(total.returns()).isEqualTo(1);
        assertThat(total.refusedReturnParts()).isEqualTo(1);
    }

    @Test
    void aReturnOfOrdersThatDidNotShipIsARefusal() {
        reject(ID);
        accounts.refused(OTHER_ID, "lines-not-empty");

        assertThat(accounts.returning("C3")).isEmpty();
        assertThat(accounts.total().returns()).isZero();
        assertThat(accounts.total().refusals()).containsEntry(Accounts.ORDER_NOT_SHIPPED, 1L);
    }

    @Test
    void aReturnThatTheSagaRefusesIsARefusal() {
        complete(ID);
        reject(OTHER_ID);
        accounts.returning("C3");
        accounts.see(refused(ID, "ReturnReceived", "more-than-shipped"));

        assertThat(accounts.total().refusals()).containsEntry("more-than-shipped", 1L);
        assertThat(accounts.total().unaccounted()).doesNotContain("C3");
    }

    @Test
    void aReturnThatIsRefusedAtTheDoorIsARefusal() {
        complete(ID);
        reject(OTHER_ID);
        accounts.returning("C3");
        accounts.refusedReturn(PART, "max-length");

        assertThat(accounts.total().refusals()).containsEntry("max-length", 1L);
    }

    @Test
    void anAdjustmentThatIsRefusedIsARefusal() {
        accounts.refusedAdjustment("4", "not-blank");

        assertThat(accounts.total().adjustments()).isZero();
        assertThat(accounts.total().refusals()).containsEntry("not-blank", 1L);
    }

    @Test
    void eventsOfOthersAreNothingToUs() {
        accounts.see(placed("somebody-elses"));
        accounts.see(refused("somebody-elses", "OrderSubmitted", "rule"));
        accounts.adjusted("somebody-elses");

        assertThat(accounts.pending()).isEqualTo(4);
    }

    @Test
    void thereIsRoomAgainWhenAnOrderHasEndedOrNobodyKnowsOfIt() throws InterruptedException {
        accounts.sending(ID);
        accounts.awaitRoom(2);
        complete(ID);
        accounts.awaitRoom(1);

        accounts.sending(OTHER_ID);
        accounts.lost(OTHER_ID);
        accounts.awaitRoom(1);

        assertThat(accounts.total().unaccounted()).contains("2");
    }

    @Test
    void whatAnEarlierRunLeftIsRecognised() throws InterruptedException {
        complete(ID);
        accounts.see(returned(ID, "C3"));
        complete(OTHER_ID);
        accounts.see(returned(OTHER_ID, "C3-2"));

        accounts.sending(ID);
        accounts.awaitRoom(1);

        assertThat(accounts.returning("C3")).isEmpty();
        assertThat(accounts.total().returns()).isEqualTo(1);
        assertThat(accounts.total().orders()).containsEntry("COMPLETED", 2L);
    }

    private List<Part> complete(String orderId) {
        accounts.see(placed(orderId));
        return accounts.see(new OrderCompleted(meta(orderId), 1));
    }

    private void reject(String orderId) {
        accounts.see(placed(orderId));
        accounts.see(new OrderRejected(meta(orderId), CancellationReason.OUT_OF_STOCK, ""));
    }

    private static OrderEvent placed(String orderId) {
        return new OrderPlaced(
                meta(orderId), "key", 0, null, null, null, "GBP", List.of(), List.of(), 0, NOW, NOW.plusSeconds(60));
    }

    private static OrderEvent returned(String orderId, String returnId) {
        return new OrderReturned(meta(orderId), returnId, List.of(), 1, null);
    }

    private static IntakeRefused refused(String orderId, String type, String rule) {
        return new IntakeRefused(meta(orderId), type, rule, "", "");
    }

    private static Meta meta(String orderId) {
        return new Meta(UUID.randomUUID(), orderId, 1, NOW, UUID.randomUUID(), "uci");
    }

    private static NewOrder order(String key) {
        return new NewOrder(
                "uci",
                key,
                null,
                null,
                null,
                "GBP",
                List.of(new OrderLine(1, "sku", null, 2, 100, "main")),
                List.of(),
                "card_visa",
                NOW);
    }
}
