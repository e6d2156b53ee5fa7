package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Retention;
import dev.orderbackbone.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class InputsTest {
    private final History history = History.of(111, 40, Plot.ending());

    @Test
    void noticesAnyConsumerThatHasCountedOneTooFew() {
        for (Consumer consumer : Consumer.ALL) {
            for (Topic topic : consumer.inputs()) {
                if (consumer.counts() && topic.retention() == Retention.FOREVER && !Topics.REDRIVE.contains(topic)) {
                    InMemoryEvidence evidence = InMemoryEvidence.of(history);
                    recount(
                            evidence,
                            consumer.name(),
                            topic,
                            tally -> new TallyRow(tally.effects() - 1, tally.parked(), tally.ignored()));

                    Report report = Audits.audit(evidence);

                    Audits.assertBreaks(report, Law.I10);
                    assertThat(Audits.firstOf(report, Law.I10).subject()).isEqualTo(consumer.name());
                    assertThat(Audits.firstOf(report, Law.I10)
                                    .places()
                                    .getFirst()
                                    .source())
                            .isEqualTo(topic.name());
                }
            }
        }
    }

    @Test
    void noticesARecordThatIsCountedAsParkedAndIsNot() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        recount(
                evidence,
                Topics.PAYMENT,
                Topics.PAYMENTS_ANSWERS,
                tally -> new TallyRow(tally.effects() - 1, tally.parked() + 1, tally.ignored()));

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesAParkedRecordThatIsNotWhatItWas() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        ParkedRecord parked = evidence.parked.getFirst();
        evidence.parked.set(
                0,
                new ParkedRecord(
                        parked.service(), parked.key(), parked.place(), parked.origin(), parked.reason(), 42, false));

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I10);
        assertThat(Audits.firstOf(report, Law.I10).places()).containsExactly(parked.origin(), parked.place());
    }

    @Test
    void doesNotCompareAParkedRecordThatWasTooLargeToBeCopied() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        ParkedRecord parked = evidence.parked.getFirst();
        evidence.parked.set(
                0,
                new ParkedRecord(
                        parked.service(), parked.key(), parked.place(), parked.origin(), parked.reason(), 42, true));

        assertThat(Audits.audit(evidence).violations()).isZero();
    }

    @Test
    void noticesARecordThatIsParkedTwice() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.parked.add(evidence.parked.getFirst());

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesAParkedRecordThatCameFromNowhere() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        ParkedRecord parked = evidence.parked.getFirst();
        Place nowhere = new Place(Topics.ORDERS_INTAKE.name(), 0, 1_000_000);
        evidence.parked.add(new ParkedRecord(
                parked.service(), "key", new Place(parked.place().source(), 0, 99), nowhere, "UNDECODABLE", 42, false));

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I10);
        assertThat(Audits.firstOf(report, Law.I10).expected()).contains(nowhere.toString());
    }

    @Test
    void knowsThatACompactedTopicMayHaveLostWhatWasParkedFromIt() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.parked.add(parkedByInventory(new Place(Topics.STOCK_LEVELS.name(), 0, 1_000_000)));

        assertThat(Audits.audit(evidence).violations()).isZero();
    }

    @Test
    void knowsThatAnotherRecordMayStandWhereOneWasParkedFromACompactedTopic() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        for (int partition = 0; partition < History.PARTITIONS; partition++) {
            for (int offset = 0; offset < 1_000; offset++) {
                evidence.parked.add(parkedByInventory(new Place(Topics.STOCK_LEVELS.name(), partition, offset)));
            }
        }

        assertThat(Audits.audit(evidence).violations()).isZero();

        evidence.rows.removeIf(row -> row.table() == ReadTable.STOCK_LEVELS);
        Audits.assertBreaks(Audits.audit(evidence), Law.I9);
    }

    @Test
    void doesNotJudgeWhatTheProjectionParkedWhereTheDatabaseIsMissing() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.hasReadModel = false;
        evidence.parked.add(parkedByInventory(new Place(Topics.ORDERS_EVENTS.name(), 0, 0)));

        Report report = Audits.audit(evidence);

        assertThat(report.violations()).isZero();
        assertThat(report.isIncomplete()).isTrue();
    }

    @Test
    void judgesWhatTheStockDeciderParkedWhereTheDatabaseIsMissing() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.hasReadModel = false;
        evidence.parked.add(parkedByInventory(new Place(Topics.INVENTORY_COMMANDS.name(), 0, 1_000_000)));

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesACallThatNobodyAnswered() {
        GatewayCall former = history.first(GatewayCall.class);
        history.append(new GatewayCall(
                history.metaAfter(former.meta(), 0),
                new UUID(3, 4),
                former.operation(),
                former.operationId(),
                true,
                former.idempotencyKey(),
                2,
                former.authorizationId(),
                former.amountMinor(),
                former.currency(),
                former.paymentMethod(),
                former.answerBy()));

        Report report = Audits.auditEnded(history);

        Audits.assertBreaks(report, Law.I10);
        assertThat(Audits.firstOf(report, Law.I10).subject())
                .isEqualTo(former.meta().orderId());
    }

    @Test
    void excusesARequestThatStillHasTime() {
        History waiting = History.of(112, 5, Plot.SHIPPED);
        NotificationRequested last = waiting.first(NotificationRequested.class);
        waiting.replace(
                last,
                request -> new NotificationRequested(
                        request.meta(),
                        request.messageId(),
                        request.milestone(),
                        request.occasion(),
                        request.channel(),
                        request.attempt(),
                        request.contact(),
                        request.currency(),
                        request.amountMinor(),
                        request.detail(),
                        Instant.parse("2030-01-01T00:00:00Z")));
        waiting.removeAll(message ->
                message instanceof NotificationSent sent && sent.messageId().equals(last.messageId()));
        waiting.mails.removeIf(mail -> mail.messageId().equals(last.messageId()));

        Report quiet = Audits.audit(InMemoryEvidence.of(waiting));

        Audits.assertSilent(quiet);
        assertThat(quiet.of(Law.I10).remarks()).containsEntry("requests that still have time", 1L);
        Audits.assertBreaks(Audits.auditEnded(waiting), Law.I10);
    }

    @Test
    void noticesAConsumerThatStaysBehindThoughEverythingIsQuiet() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.positions.replaceAll(position -> position.consumer().equals(Topics.NOTIFICATION)
                ? new ConsumerPosition(position.consumer(), position.topic(), position.partition(), 0, 0, null)
                : position);

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void allowsForACountThatMovedWhileItWasLookedUp() {
        InMemoryEvidence evidence = InMemoryEvidence.of(history);
        evidence.quiet = false;
        evidence.positions.replaceAll(position -> position.consumer().equals(Topics.NOTIFICATION)
                ? new ConsumerPosition(
                        position.consumer(),
                        position.topic(),
                        position.partition(),
                        position.before() / 2,
                        position.after(),
                        position.tally())
                : position);

        Audits.assertSilent(Audits.audit(evidence));
    }

    private static ParkedRecord parkedByInventory(Place origin) {
        return new ParkedRecord(
                Topics.INVENTORY,
                "key",
                new Place(Topics.INVENTORY_PARKED.name(), 0, 0),
                origin,
                "UNDECODABLE",
                42,
                false);
    }

    private static void recount(
            InMemoryEvidence evidence, String consumer, Topic topic, UnaryOperator<TallyRow> change) {
        for (int i = 0; i < evidence.positions.size(); i++) {
            ConsumerPosition position = evidence.positions.get(i);
            TallyRow tally = position.tally();
            boolean isMeant = position.consumer().equals(consumer)
                    && position.topic().equals(topic.name())
                    && tally != null
                    && tally.effects() > 0;
            if (isMeant) {
                evidence.positions.set(
                        i,
                        new ConsumerPosition(
                                consumer,
                                topic.name(),
                                position.partition(),
                                position.before(),
                                position.after(),
                                change.apply(tally == null ? new TallyRow(0, 0, Map.of()) : tally)));
                return;
            }
        }
        throw new AssertionError(consumer + " has counted nothing of " + topic.name());
    }
}
