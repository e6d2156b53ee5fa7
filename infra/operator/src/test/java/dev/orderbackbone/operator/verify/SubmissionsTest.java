package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.history.World;
import dev.orderbackbone.operator.verify.invariant.Law;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubmissionsTest {
    private final History history = History.of(21, 40, Plot.ending());

    @Test
    void noticesASubmissionThatWasPlacedAndRefused() {
        OrderPlaced placed = history.first(OrderPlaced.class);
        OrderSubmitted submitted = submissionOf(placed);
        history.append(new IntakeRefused(
                history.metaAfter(submitted.meta(), 0), "OrderSubmitted", "lines-not-empty", "/lines", "no goods"));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I1);
        assertThat(Audits.firstOf(report, Law.I1).subject())
                .isEqualTo(placed.meta().orderId());
        assertThat(Audits.firstOf(report, Law.I1).places()).hasSize(3);
        assertThat(Audits.firstOf(report, Law.I1).seen())
                .contains("OrderPlaced")
                .contains("IntakeRefused");
    }

    @Test
    void noticesASubmissionThatWasReadAndNeverAnswered() {
        OrderSubmitted other = history.first(OrderSubmitted.class);
        String orderId = OrderIds.of(World.STORE, "never answered");
        UUID id = UUID.randomUUID();
        history.append(withMeta(
                other, new Meta(id, orderId, 0, other.meta().occurredAt(), id, World.STORE), "never answered"));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I1);
    }

    @Test
    void noticesAnOrderThatWasAnswered202AndIsNowhere() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        String lost = OrderIds.of(World.STORE, "lost");
        evidence.accepted.add(lost);

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I1);
        assertThat(Audits.firstOf(report, Law.I1).subject()).isEqualTo(lost);
    }

    @Test
    void noticesAnOrderThatWasPlacedWithOtherContent() {
        history.replace(
                history.first(OrderPlaced.class),
                placed -> new OrderPlaced(
                        placed.meta(),
                        placed.idempotencyKey(),
                        placed.contentHash(),
                        "somebody else",
                        placed.contact(),
                        placed.country(),
                        placed.currency(),
                        placed.lines(),
                        placed.charges(),
                        placed.totalMinor(),
                        placed.orderedAt(),
                        placed.confirmBy()));

        Audits.assertBreaks(Audits.auditEnded(history), Law.I1);
    }

    @Test
    void noticesAnOrderThatNobodySubmitted() {
        Meta stock = history.first(ReceiveStock.class).meta();
        history.replace(
                history.first(OrderPlaced.class),
                placed -> new OrderPlaced(
                        Metas.causedBy(placed.meta(), stock.eventId()),
                        placed.idempotencyKey(),
                        placed.contentHash(),
                        placed.customerId(),
                        placed.contact(),
                        placed.country(),
                        placed.currency(),
                        placed.lines(),
                        placed.charges(),
                        placed.totalMinor(),
                        placed.orderedAt(),
                        placed.confirmBy()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I1);
        assertThat(report.of(Law.I1).violations())
                .as("nobody's order, and nobody's answer")
                .isEqualTo(2);
    }

    @Test
    void noticesARepetitionThatTheSagaDidNotCountAsOne() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.positions.replaceAll(SubmissionsTest::countingRepetitionsAsEffects);

        Audits.assertBreaks(Audits.audit(evidence), Law.I1);
    }

    private OrderSubmitted submissionOf(OrderPlaced placed) {
        return history.first(
                OrderSubmitted.class,
                submitted -> submitted.meta().eventId().equals(placed.meta().causationId()));
    }

    private static OrderSubmitted withMeta(OrderSubmitted submitted, Meta meta, String key) {
        return new OrderSubmitted(
                meta,
                key,
                submitted.customerId(),
                submitted.contact(),
                submitted.country(),
                submitted.currency(),
                submitted.lines(),
                submitted.charges(),
                submitted.totalMinor(),
                submitted.paymentMethod(),
                submitted.orderedAt());
    }

    private static ConsumerPosition countingRepetitionsAsEffects(ConsumerPosition position) {
        TallyRow tally = position.tally();
        return tally == null
                ? position
                : new ConsumerPosition(
                        position.consumer(),
                        position.topic(),
                        position.partition(),
                        position.before(),
                        position.after(),
                        new TallyRow(tally.total() - tally.parked(), tally.parked(), Map.of()));
    }
}
