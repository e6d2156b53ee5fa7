package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.history.Redriving;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parked records that operators have sent back, edited or discarded: what holds of them, and what is noticed when it does not. */
class RedrivenTest {
    private final History history = History.of(211, 12, Plot.SHIPPED, Plot.SUBMITTED_TWICE);
    private final OrderSubmitted submitted = submissionOf(history.first(OrderPlaced.class));

    @Test
    void isSilentOnASubmissionThatWasRedriven() {
        InMemoryEvidence evidence = parked();
        new Redriving(evidence).decided(copyIn(evidence));

        Report report = Audits.audit(evidence);

        Audits.assertSilent(report);
        assertThat(report.of(Law.I10).remarks()).containsEntry("parked and dealt with", 1L);
    }

    @Test
    void isSilentOnOneThatFailedAgainAndOnceMore() {
        InMemoryEvidence evidence = parked();
        Redriving redriving = new Redriving(evidence);
        ParkedRecord third = redriving.parkedAgain(redriving.parkedAgain(copyIn(evidence)));
        redriving.decided(third);

        Report report = Audits.audit(evidence);

        Audits.assertSilent(report);
        assertThat(report.of(Law.I10).counts()).containsEntry("parked", 3L).containsEntry("sent back", 3L);
    }

    @Test
    void isSilentOnOneThatDidNotDecodeAndWasEdited() {
        InMemoryEvidence evidence = unreadable();
        new Redriving(evidence).decidedAs(copyIn(evidence), submitted);

        Audits.assertSilent(Audits.audit(evidence));
    }

    @Test
    void isSilentOnOneThatWasSentBackTwice() {
        InMemoryEvidence evidence = parked();
        Redriving redriving = new Redriving(evidence);
        redriving.decided(copyIn(evidence));
        redriving.ignored(copyIn(evidence), Action.REDRIVE, Redrive.NOT_PARKED);
        redriving.ignored(copyIn(evidence), Action.DISCARD, Redrive.NOT_PARKED);

        Audits.assertSilent(Audits.audit(evidence));
    }

    @Test
    void isSilentOnGarbageThatWasDiscarded() {
        InMemoryEvidence evidence = InMemoryEvidence.of(History.of(212, 4, Plot.PARKED));
        Redriving redriving = new Redriving(evidence);
        evidence.parked.forEach(redriving::discarded);

        Report report = Audits.audit(evidence);

        Audits.assertSilent(report);
        assertThat(report.of(Law.I10).remarks()).containsEntry("parked and discarded", 4L);
    }

    @Test
    void isSilentOnASubmissionThatRepeatsALaterOneAsItWasRedrivenAfterIt() {
        InMemoryEvidence evidence = repeatedLater();
        new Redriving(evidence).ignored(copyIn(evidence), Action.REDRIVE, "repeated-submission");

        Report report = Audits.audit(evidence);

        Audits.assertSilent(report);
        assertThat(report.of(Law.I1).remarks()).containsEntry("repeated when redriven", 1L);
    }

    @Test
    void isSilentOnWhatIsStillOnItsWay() {
        InMemoryEvidence evidence = InMemoryEvidence.of(History.of(213, 4, Plot.PARKED));
        evidence.quiet = false;
        new Redriving(evidence).discarded(evidence.parked.getFirst());
        evidence.positions.replaceAll(position -> Topics.REDRIVE.contains(Topics.named(position.topic()))
                ? new ConsumerPosition(position.consumer(), position.topic(), position.partition(), 0, 0, null)
                : position);

        Report report = Audits.audit(evidence);

        Audits.assertSilent(report);
        assertThat(report.of(Law.I10).remarks()).doesNotContainKey("parked and discarded");
    }

    @Test
    void noticesASubmissionThatWasRedrivenAndNeverAnswered() {
        InMemoryEvidence evidence = neverAnswered();
        new Redriving(evidence).decided(evidence.parked.getLast());

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I1);
        assertThat(Audits.firstOf(report, Law.I1).expected()).contains("one OrderPlaced or IntakeRefused");
    }

    @Test
    void excusesOneThatIsParkedOrDiscarded() {
        InMemoryEvidence evidence = neverAnswered();
        Audits.assertSilent(Audits.audit(evidence));

        new Redriving(evidence).discarded(evidence.parked.getLast());
        Report report = Audits.audit(evidence);

        Audits.assertSilent(report);
        assertThat(report.of(Law.I1).remarks()).containsEntry("discarded by an operator", 1L);
    }

    @Test
    void noticesASubmissionThatWasAnsweredThoughItIsParked() {
        Audits.assertBreaks(Audits.audit(parked()), Law.I1);
    }

    @Test
    void noticesASubmissionThatWasAnsweredThoughItWasDiscarded() {
        InMemoryEvidence evidence = parked();
        new Redriving(evidence).discarded(copyIn(evidence));

        Audits.assertBreaks(Audits.audit(evidence), Law.I1);
    }

    @Test
    void noticesThatAnEditedSubmissionWasPlacedWithOtherContent() {
        InMemoryEvidence evidence = unreadable();
        OrderSubmitted other = like(submitted, submitted.meta(), "somebody else");
        new Redriving(evidence).decidedAs(copyIn(evidence), other);

        Audits.assertBreaks(Audits.audit(evidence), Law.I1);
    }

    @Test
    void noticesAnEffectOfARecordThatDoesNotDecodeAndWasNotEdited() {
        InMemoryEvidence evidence = unreadable();
        new Redriving(evidence).decided(copyIn(evidence));

        Audits.assertBreaks(Audits.audit(evidence), Law.I1, Law.I11);
    }

    @Test
    void noticesAnEditThatTookItsEventIdFromARecord() {
        InMemoryEvidence evidence = unreadable();
        OrderSubmitted other = withId(submitted, new UUID(5, 6));
        new Redriving(evidence).decidedAs(copyIn(evidence), other);

        Audits.assertBreaks(Audits.audit(evidence), Law.I1, Law.I11);
    }

    @Test
    void noticesAnEditWhoseEventIdIsThatOfAnotherRecord() {
        InMemoryEvidence evidence = unreadable();
        OrderPlaced placed = history.first(
                OrderPlaced.class,
                event -> event.meta().causationId().equals(submitted.meta().eventId()));
        new Redriving(evidence)
                .decidedAs(copyIn(evidence), withId(submitted, placed.meta().eventId()));

        Audits.assertBreaks(Audits.audit(evidence), Law.I1, Law.I11);
    }

    @Test
    void noticesARecordThatWasDecidedOnTwice() {
        InMemoryEvidence evidence = parked();
        Redriving redriving = new Redriving(evidence);
        redriving.decided(copyIn(evidence));
        redriving.decided(copyIn(evidence));

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I10);
        assertThat(Audits.firstOf(report, Law.I10).expected()).contains(Redrive.NOT_PARKED);
    }

    @Test
    void noticesARecordThatOvertookAnEarlierOneOfItsLine() {
        InMemoryEvidence evidence = InMemoryEvidence.of(History.of(214, 4, Plot.PARKED));
        ParkedRecord first = inLine(evidence, 0, "line");
        ParkedRecord second = new ParkedRecord(
                first.service(),
                first.key(),
                new Place(first.place().source(), first.place().partition(), 99),
                first.origin(),
                first.reason(),
                first.contentHash(),
                false,
                "another",
                1,
                "line",
                null);
        evidence.parked.add(second);
        new Redriving(evidence).decided(second);

        Report report = Audits.audit(evidence);

        assertThat(report.of(Law.I10).printed())
                .anySatisfy(violation -> assertThat(violation.expected()).contains(Redrive.BEHIND));
    }

    @Test
    void noticesADemandForARecordThatWasNeverParked() {
        InMemoryEvidence evidence = parked();
        Redriving redriving = new Redriving(evidence);
        redriving.decided(copyIn(evidence));
        RedriveRecord last = redriving.ignored(copyIn(evidence), Action.REDRIVE, Redrive.NOT_PARKED);
        evidence.redrives.set(
                evidence.redrives.size() - 1,
                new RedriveRecord(
                        last.service(),
                        last.place(),
                        last.action(),
                        last.operation(),
                        last.id(),
                        7,
                        false,
                        last.contentHash(),
                        last.message()));

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I10);
        assertThat(Audits.firstOf(report, Law.I10).places()).containsExactly(last.place());
    }

    @Test
    void noticesARecordThatWasSentBackWithOtherBytesAndNotAsEdited() {
        InMemoryEvidence evidence = parked();
        RedriveRecord sent = new Redriving(evidence).decided(copyIn(evidence));
        evidence.redrives.set(
                0,
                new RedriveRecord(
                        sent.service(),
                        sent.place(),
                        sent.action(),
                        sent.operation(),
                        sent.id(),
                        sent.attempt(),
                        false,
                        42,
                        sent.message()));

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesACopyThatIsNotWhatWasSentBack() {
        InMemoryEvidence evidence = parked();
        Redriving redriving = new Redriving(evidence);
        ParkedRecord again = redriving.parkedAgain(copyIn(evidence));
        redriving.decided(again);
        evidence.parked.remove(again);
        evidence.parked.add(new ParkedRecord(
                again.service(),
                again.key(),
                again.place(),
                again.origin(),
                again.reason(),
                42,
                false,
                again.id(),
                again.attempt(),
                again.line(),
                again.redrive()));

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesARecordThatWasSentBackAndNotCounted() {
        InMemoryEvidence evidence = parked();
        new Redriving(evidence).decided(copyIn(evidence));
        recount(evidence, tally -> new TallyRow(tally.effects() - 1, tally.parked(), tally.ignored()));

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesARecordThatIsCountedAsParkedAgainAndIsNot() {
        InMemoryEvidence evidence = parked();
        new Redriving(evidence).decided(copyIn(evidence));
        recount(evidence, tally -> new TallyRow(tally.effects() - 1, tally.parked() + 1, tally.ignored()));

        Audits.assertBreaks(Audits.audit(evidence), Law.I10);
    }

    @Test
    void noticesACopyThatCameFromADemandThatIsNowhere() {
        InMemoryEvidence evidence = parked();
        Redriving redriving = new Redriving(evidence);
        redriving.decided(copyIn(evidence));
        ParkedRecord copy = copyIn(evidence);
        evidence.parked.add(new ParkedRecord(
                copy.service(),
                copy.key(),
                new Place(copy.place().source(), 0, 777),
                copy.origin(),
                copy.reason(),
                copy.contentHash(),
                false,
                copy.id(),
                2,
                "",
                new Place(Topics.ORDER_EVENTS_REDRIVE.name(), 0, 555)));

        Report report = Audits.audit(evidence);

        assertThat(report.of(Law.I10).printed())
                .anySatisfy(violation -> assertThat(violation.expected()).contains("/0@555"));
    }

    private InMemoryEvidence parked() {
        history.park(submitted);
        return InMemoryEvidence.of(history);
    }

    private InMemoryEvidence unreadable() {
        history.parkUnreadable(submitted);
        return InMemoryEvidence.of(history);
    }

    /** The order was submitted once more, under another event id, and placed for that. */
    private InMemoryEvidence repeatedLater() {
        OrderSubmitted later = withId(submitted, UUID.randomUUID());
        history.insertAfter(submitted, later);
        history.park(submitted);
        OrderPlaced placed = history.first(
                OrderPlaced.class,
                event -> event.meta().causationId().equals(submitted.meta().eventId()));
        history.replace(
                placed,
                event -> new OrderPlaced(
                        Metas.causedBy(event.meta(), later.meta().eventId()),
                        event.idempotencyKey(),
                        event.contentHash(),
                        event.customerId(),
                        event.contact(),
                        event.country(),
                        event.currency(),
                        event.lines(),
                        event.charges(),
                        event.totalMinor(),
                        event.orderedAt(),
                        event.confirmBy()));
        return InMemoryEvidence.of(history);
    }

    private InMemoryEvidence neverAnswered() {
        OrderSubmitted unanswered =
                like(submitted, withId(submitted, UUID.randomUUID()).meta(), "another customer");
        history.append(unanswered);
        history.park(unanswered);
        return InMemoryEvidence.of(history);
    }

    private ParkedRecord copyIn(InMemoryEvidence evidence) {
        return evidence.parked.getFirst();
    }

    private static ParkedRecord inLine(InMemoryEvidence evidence, int index, String line) {
        ParkedRecord copy = evidence.parked.get(index);
        ParkedRecord inLine = new ParkedRecord(
                copy.service(),
                copy.key(),
                copy.place(),
                copy.origin(),
                copy.reason(),
                copy.contentHash(),
                false,
                copy.id(),
                1,
                line,
                null);
        evidence.parked.set(index, inLine);
        return inLine;
    }

    private OrderSubmitted submissionOf(OrderPlaced placed) {
        return history.first(
                OrderSubmitted.class,
                event -> event.meta().eventId().equals(placed.meta().causationId()));
    }

    private static OrderSubmitted withId(OrderSubmitted submitted, UUID id) {
        return like(submitted, Metas.causedBy(Metas.withId(submitted.meta(), id), id), submitted.customerId());
    }

    private static OrderSubmitted like(OrderSubmitted submitted, Meta meta, @Nullable String customerId) {
        return new OrderSubmitted(
                meta,
                submitted.idempotencyKey(),
                customerId,
                submitted.contact(),
                submitted.country(),
                submitted.currency(),
                submitted.lines(),
                submitted.charges(),
                submitted.totalMinor(),
                submitted.paymentMethod(),
                submitted.orderedAt());
    }

    private static void recount(InMemoryEvidence evidence, UnaryOperator<TallyRow> change) {
        evidence.positions.replaceAll(position -> {
            TallyRow tally = position.tally();
            boolean isMeant =
                    Topics.REDRIVE.contains(Topics.named(position.topic())) && tally != null && tally.total() > 0;
            return isMeant
                    ? new ConsumerPosition(
                            position.consumer(),
                            position.topic(),
                            position.partition(),
                            position.before(),
                            position.after(),
                            change.apply(tally == null ? new TallyRow(0, 0, Map.of()) : tally))
                    : position;
        });
    }
}
