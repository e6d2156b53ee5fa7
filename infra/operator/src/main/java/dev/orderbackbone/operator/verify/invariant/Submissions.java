package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.List;

/** What was submitted for one order id, and what was answered. */
final class Submissions {
    private List<Submission> submitted = List.of();
    private List<Answer> answers = List.of();

    /**
     * A submission.
     *
     * @param id hash of its event id.
     * @param content fingerprint of what becomes of it when it is placed.
     * @param paymentMethod hash of what does not.
     */
    record Submission(long id, long place, long content, long paymentMethod) {
        boolean repeats(Submission earlier) {
            return content == earlier.content && paymentMethod == earlier.paymentMethod;
        }
    }

    /**
     * An answer.
     *
     * @param cause hash of the event id of what it answers.
     * @param placed whether the order was placed; else it was refused.
     * @param content of the order as it was placed.
     */
    record Answer(long cause, long place, boolean placed, long content) {}

    void submitted(LogRecord record, OrderSubmitted event) {
        submitted = Few.plus(
                submitted,
                new Submission(
                        Hash64.of(event.meta().eventId()),
                        PackedPlace.of(record),
                        ContentFingerprint.ofOrder(event),
                        Hash64.of(event.paymentMethod())));
    }

    void placed(LogRecord record, OrderPlaced event) {
        long cause = Hash64.of(event.meta().causationId());
        answers = Few.plus(answers, new Answer(cause, PackedPlace.of(record), true, ContentFingerprint.ofOrder(event)));
    }

    void refused(LogRecord record, IntakeRefused event) {
        answers =
                Few.plus(answers, new Answer(Hash64.of(event.meta().causationId()), PackedPlace.of(record), false, 0));
    }

    List<Submission> all() {
        return submitted;
    }

    /** The answers to one submission. */
    List<Answer> answersTo(Submission submission) {
        return answers.stream()
                .filter(answer -> answer.cause() == submission.id())
                .toList();
    }

    /** Answers that answer nothing. */
    List<Answer> answersToNothing() {
        return answers.stream()
                .filter(answer -> submitted.stream().noneMatch(submission -> submission.id() == answer.cause()))
                .toList();
    }

    /** How often the same event was sent, up to and with this one. */
    int timesSent(int index) {
        long id = submitted.get(index).id();
        return (int) submitted.stream()
                .limit(index + 1L)
                .filter(submission -> submission.id() == id)
                .count();
    }

    /** Whether the order was placed for an earlier submission that says the same. */
    boolean repeatsAPlacedOne(int index) {
        return isPlacedAmong(submitted.subList(0, index), submitted.get(index));
    }

    /** The same, where it was decided on later than it stands. */
    boolean repeatsAnyPlacedOne(int index) {
        return isPlacedAmong(submitted, submitted.get(index));
    }

    private boolean isPlacedAmong(List<Submission> others, Submission submission) {
        return others.stream()
                .filter(submission::repeats)
                .anyMatch(other -> answersTo(other).stream().anyMatch(Answer::placed));
    }
}
