package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.parking.Fate;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.operator.verify.invariant.Submissions.Answer;
import dev.orderbackbone.operator.verify.invariant.Submissions.Submission;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I1. Each OrderSubmitted that the saga has read led to exactly one OrderPlaced or IntakeRefused, or repeats an earlier one that was placed; the order
 * was placed as it was submitted; nothing was placed that nobody submitted; the repetitions are as many as the saga has counted; and every
 * order that was answered 202 was submitted. A submission that is parked waits; one that was redriven from there counts as read, edited as it may be,
 * and can repeat a later one as well.
 */
final class EachSubmissionAnsweredOnce implements Invariant {
    private static final String REPEATED = "repeated-submission";

    private final Findings findings;
    private final ParkedIndex parked;
    private final Positions positions;
    private final @Nullable AcceptedOrders accepted;
    private final Map<Integer, Long> repetitionsByPartition = new HashMap<>();

    EachSubmissionAnsweredOnce(
            Findings findings, ParkedIndex parked, Positions positions, @Nullable Ledger<String> accepted) {
        this.findings = findings;
        this.parked = parked;
        this.positions = positions;
        this.accepted = accepted == null ? null : AcceptedOrders.read(accepted);
    }

    @Override
    public Law law() {
        return Law.I1;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.ORDERS_INTAKE, Topics.ORDERS_REFUSALS, Topics.ORDERS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new SubmissionDesk(slice);
    }

    @Override
    public void conclude() {
        repetitionsByPartition.forEach(this::judgeRepetitions);
        if (accepted != null) {
            findings.checked("answered 202", accepted.size());
            accepted.missing()
                    .forEach(id -> findings.violated(
                            () -> id, List.of(), "the OrderSubmitted that was answered 202", "none in orders.intake"));
        }
    }

    /** The saga tells of a repetition only by counting it. */
    private void judgeRepetitions(int partition, long repetitions) {
        ConsumerPosition position = positions.of(Topics.ORDER_EVENTS, Topics.ORDERS_INTAKE, partition);
        if (position == null || position.moved()) {
            return;
        }
        TallyRow tally = position.tally();
        long counted = tally == null ? 0 : tally.ignored().getOrDefault(REPEATED, 0L);
        if (counted != repetitions) {
            findings.violated(
                    () -> Topics.ORDER_EVENTS,
                    List.of(new Place(Topics.ORDERS_INTAKE.name(), partition, position.before())),
                    repetitions + " submissions counted as " + REPEATED,
                    Long.toString(counted));
        }
    }

    private final class SubmissionDesk implements Desk {
        private final Slice slice;
        private final PerOrder<Submissions> orders = new PerOrder<>(Submissions::new);
        private long submissions;
        private long repetitions;
        private long waiting;
        private long discarded;
        private long repeatedWhenRedriven;

        SubmissionDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof OrderSubmitted submitted) {
                orders.at(order).submitted(record, submitted);
            } else if (message instanceof OrderPlaced placed) {
                orders.at(order).placed(record, placed);
            } else if (message instanceof IntakeRefused refused
                    && refused.intakeType().equals("OrderSubmitted")) {
                orders.at(order).refused(record, refused);
            }
        }

        @Override
        public void conclude() {
            orders.forEach(this::judge);
            repetitionsByPartition.merge(slice.partition(), repetitions, Long::sum);
            findings.checked("submissions", submissions);
            findings.remark("repeated", repetitions);
            findings.remark("not yet read, or parked", waiting);
            findings.remark("discarded by an operator", discarded);
            findings.remark("repeated when redriven", repeatedWhenRedriven);
        }

        private void judge(int order, Submissions facts) {
            for (int i = 0; i < facts.all().size(); i++) {
                judge(order, facts, i);
            }
            facts.answersToNothing()
                    .forEach(answer -> violated(
                            order,
                            Stream.of(answer.place()),
                            "an OrderSubmitted of this order as its cause",
                            nameOf(answer) + " caused by something else"));
            if (accepted != null && !facts.all().isEmpty()) {
                accepted.found(slice.orders().idOf(order));
            }
        }

        private void judge(int order, Submissions facts, int index) {
            Submission submission = facts.all().get(index);
            List<Answer> answers = facts.answersTo(submission);
            submissions++;
            // An event that was sent twice can be answered twice, and the answers do not say which sending they mean.
            int sending = facts.timesSent(index);
            if (sending > answers.size()) {
                judgeUnanswered(order, facts, index);
            } else if (sending == 1) {
                judgeAnswered(order, facts, submission, answers);
            }
        }

        private void judgeUnanswered(int order, Submissions facts, int index) {
            long place = facts.all().get(index).place();
            Fate fate = parked.fateOf(PackedPlace.unpack(place));
            if (fate == Fate.DISCARDED) {
                discarded++;
            } else if (PackedPlace.offsetOf(place) >= dealtWithUpTo()
                    || fate == Fate.OUTSTANDING
                    || fate == Fate.PARKED_AGAIN) {
                waiting++;
            } else if (fate == Fate.REDRIVEN && facts.repeatsAnyPlacedOne(index)) {
                repeatedWhenRedriven++;
            } else if (facts.repeatsAPlacedOne(index)) {
                repetitions++;
            } else {
                violated(
                        order,
                        Stream.of(place),
                        "one OrderPlaced or IntakeRefused, or an earlier submission with the same content that was placed",
                        "no answer to this submission, which the saga has read");
            }
        }

        private void judgeAnswered(int order, Submissions facts, Submission submission, List<Answer> answers) {
            long sendings = facts.all().stream()
                    .filter(other -> other.id() == submission.id())
                    .count();
            if (answers.size() > sendings) {
                violated(
                        order,
                        Stream.concat(
                                Stream.of(submission.place()), answers.stream().map(Answer::place)),
                        "one answer",
                        answers.size() + " answers: "
                                + String.join(
                                        ", ", answers.stream().map(this::nameOf).toList()));
            }
            Fate fate = parked.fateOf(PackedPlace.unpack(submission.place()));
            if (sendings == 1 && (fate == Fate.OUTSTANDING || fate == Fate.DISCARDED)) {
                violated(
                        order,
                        Stream.concat(
                                Stream.of(submission.place()), answers.stream().map(Answer::place)),
                        "no answer, as the submission is parked and has not been decided on since",
                        nameOf(answers.getFirst()));
            }
            answers.stream()
                    .filter(answer -> answer.placed() && answer.content() != submission.content())
                    .forEach(answer -> violated(
                            order,
                            Stream.of(submission.place(), answer.place()),
                            "the order placed as it was submitted",
                            "OrderPlaced with other content"));
        }

        private long dealtWithUpTo() {
            return positions.dealtWithUpTo(Topics.ORDER_EVENTS, Topics.ORDERS_INTAKE, slice.partition());
        }

        private String nameOf(Answer answer) {
            return answer.placed() ? "OrderPlaced" : "IntakeRefused";
        }

        private void violated(int order, Stream<Long> places, String expected, String seen) {
            findings.violated(
                    () -> slice.orders().idOf(order),
                    places.map(PackedPlace::unpack).toList(),
                    expected,
                    seen);
        }
    }
}
