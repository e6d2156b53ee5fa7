package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Folds one history through a present decider, and finds what would be decided otherwise.
 *
 * <p>Inputs of one topic were read in their order; how those of several topics were mixed is not recorded. Known is: which recorded decision each input
 * that left one belongs to, the {@linkplain DecisionOrder order of the decisions}, and that nothing is read before what it answers to was written. An
 * input that left nothing may have been read at any time from its own on. The fold looks for a mixture in which the present decider decides all that is
 * recorded, and nothing else. It tries the one by the times first, which nearly always is it. Only when no mixture fits is there a difference: that of
 * the mixture which goes furthest.
 *
 * <p>A decision in which only fields differ is noted, and the fold goes on with the present state. After any other difference the order is another one.
 * Lives for one history; one thread.
 */
final class Fold<S> {
    /** Clocks of those who write inputs, and of the service, may differ by so much. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    /** A deadline may be noticed so much later than it passes before it counts as not having been acted on. */
    private static final Duration DEADLINE_SLACK = Duration.ofMinutes(1);

    private static final int MOST_DECISIONS_TRIED = 50_000;
    private static final int MOST_DIFFERENCES = 20;
    private static final int NO_INPUT = -1;
    private static final int NO_DECISION = -1;

    private final String service;
    private final PresentDecider<S> decider;
    private final History history;
    private final List<List<Input>> queues;
    private final DecisionOrder order;
    private final boolean[] isOnInput;
    private final Map<UUID, Integer> writtenBy = new HashMap<>();
    private final Map<UUID, List<Integer>> decisionsOn = new HashMap<>();

    private int tried;
    private @Nullable Mismatch<S> furthest;
    private @Nullable S reached;

    private Fold(String service, PresentDecider<S> decider, History history) {
        this.service = service;
        this.decider = decider;
        this.history = history;
        this.queues = history.queues();
        this.order = DecisionOrder.of(history.decisions());
        this.isOnInput = new boolean[order.decisions().size()];
        Set<UUID> inputs = new HashSet<>();
        queues.forEach(queue -> queue.forEach(input -> inputs.add(input.id())));
        for (int index = 0; index < isOnInput.length; index++) {
            RecordedDecision decision = order.decisions().get(index);
            isOnInput[index] = inputs.contains(decision.cause()) && decision.isOnInput(decider.firstOrdinals());
            if (isOnInput[index]) {
                decisionsOn
                        .computeIfAbsent(decision.cause(), any -> new ArrayList<>())
                        .add(index);
            }
            for (Output output : decision.outputs()) {
                writtenBy.put(output.id(), index);
            }
        }
    }

    /** What came of a fold. */
    record Folded(long inputs, long deadlines, List<Difference> differences, Counts notComparable) {}

    /** How far a mixture has come: how many inputs of each queue and which decisions are behind it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Node<S>(@Nullable S state, int[] at, BitSet done, Instant latest, boolean isDeadlineMissed) {
        long read() {
            return Arrays.stream(at).asLongStream().sum();
        }
    }

    /** What may come next: an input, with the decision that it left if it left one; or the decision of a deadline. */
    private record Candidate(Instant time, int queue, int decision) {}

    /** A mixture, how it went on, and what the present decider says to that. */
    private record Mismatch<S>(Node<S> node, Candidate candidate, Answer<S> answer) {}

    /** Two mixtures that have come to the same. */
    private record Visited<S>(@Nullable S state, List<Integer> at, BitSet done) {}

    /** Folds. */
    static <S> Folded of(String service, PresentDecider<S> decider, History history) {
        return new Fold<>(service, decider, history).run();
    }

    /** The state that a history comes to; empty where it has none, or does not fold to its end without a difference. */
    static <S> Optional<S> stateOf(String service, PresentDecider<S> decider, History history) {
        Fold<S> fold = new Fold<>(service, decider, history);
        Folded folded = fold.run();
        boolean isToTheEnd = folded.differences().isEmpty() && folded.inputs() == history.size();
        return isToTheEnd ? Optional.ofNullable(fold.reached) : Optional.empty();
    }

    private Folded run() {
        List<Difference> differences = new ArrayList<>();
        Counts counts = new Counts();
        counts.add(history.notComparable());
        Node<S> from = new Node<>(null, new int[queues.size()], new BitSet(), Instant.EPOCH, false);
        long compared = 0;
        long deadlines = 0;
        while (true) {
            furthest = null;
            tried = 0;
            Node<S> end = straight(from);
            if (end == null) {
                end = anyWay(from);
            }
            if (end != null) {
                reached = end.state();
                compared = end.read();
                deadlines = deadlinesIn(end.done());
                counts.add(Reason.DEADLINE_NOT_RECORDED, end.isDeadlineMissed() ? 1 : 0);
                break;
            }
            Mismatch<S> mismatch = furthest;
            if (mismatch == null || tried >= MOST_DECISIONS_TRIED) {
                compared = from.read();
                deadlines = deadlinesIn(from.done());
                counts.add(Reason.INPUT_ORDER, history.size() - compared);
                break;
            }
            differences.add(difference(mismatch));
            Node<S> after = after(mismatch.node(), mismatch.candidate(), mismatch.answer());
            if (!isInFieldsOnly(mismatch) || differences.size() >= MOST_DIFFERENCES) {
                compared = after.read();
                deadlines = deadlinesIn(after.done());
                counts.add(Reason.BEHIND_DIFFERENCE, history.size() - compared);
                break;
            }
            from = after;
        }
        return new Folded(compared, deadlines, List.copyOf(differences), counts);
    }

    private long deadlinesIn(BitSet done) {
        return done.stream().filter(index -> !isOnInput[index]).count();
    }

    /** The mixture by the times; null where it does not fit. */
    private @Nullable Node<S> straight(Node<S> from) {
        Node<S> node = from;
        while (!isAtEnd(node)) {
            List<Candidate> candidates = candidates(node);
            Node<S> next = candidates.isEmpty() ? null : tried(node, candidates.getFirst());
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /** Any mixture that fits, the likely ones first; null where none does, or too many were tried. */
    private @Nullable Node<S> anyWay(Node<S> from) {
        Set<Visited<S>> visited = new HashSet<>();
        Deque<Node<S>> open = new ArrayDeque<>();
        open.push(from);
        while (!open.isEmpty() && tried < MOST_DECISIONS_TRIED) {
            Node<S> node = open.pop();
            if (isAtEnd(node)) {
                return node;
            }
            List<Node<S>> next = new ArrayList<>();
            for (Candidate candidate : candidates(node)) {
                Node<S> reached = tried(node, candidate);
                if (reached != null && visited.add(visited(reached))) {
                    next.add(reached);
                }
            }
            next.reversed().forEach(open::push);
        }
        return null;
    }

    private static <S> Visited<S> visited(Node<S> node) {
        return new Visited<>(node.state(), Arrays.stream(node.at()).boxed().toList(), node.done());
    }

    private boolean isAtEnd(Node<S> node) {
        return node.done().cardinality() == order.decisions().size() && node.read() == history.size();
    }

    /** What may come next, the likely first. */
    private List<Candidate> candidates(Node<S> node) {
        List<Candidate> candidates = new ArrayList<>();
        for (int decision : order.candidates(node.done())) {
            RecordedDecision recorded = order.decisions().get(decision);
            int queue = isOnInput[decision] ? queueThatReads(node, recorded.cause()) : NO_INPUT;
            if (queue != NO_INPUT || !isOnInput[decision]) {
                candidates.add(new Candidate(recorded.now(), queue, decision));
            }
        }
        List<Candidate> silent = silent(node);
        Instant limit = candidates.stream()
                .map(candidate -> candidate.time().plus(CLOCK_SLACK))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        silent.stream().filter(candidate -> !candidate.time().isAfter(limit)).forEach(candidates::add);
        candidates.sort(Comparator.comparing(Candidate::time));
        return candidates;
    }

    private int queueThatReads(Node<S> node, UUID id) {
        for (int queue = 0; queue < queues.size(); queue++) {
            Input head = head(node, queue);
            if (head != null && head.id().equals(id)) {
                return queue;
            }
        }
        return NO_INPUT;
    }

    /** Inputs that left nothing, and answer to nothing that is still to be written. */
    private List<Candidate> silent(Node<S> node) {
        List<Candidate> silent = new ArrayList<>();
        for (int queue = 0; queue < queues.size(); queue++) {
            int at = queue;
            Input head = head(node, queue);
            if (head != null && isAnswerable(node, head)) {
                silentTime(node, queue, head).ifPresent(time -> silent.add(new Candidate(time, at, NO_DECISION)));
            }
        }
        return silent;
    }

    private @Nullable Input head(Node<S> node, int queue) {
        int at = node.at()[queue];
        return at < queues.get(queue).size() ? queues.get(queue).get(at) : null;
    }

    /**
     * From when on an input may have been read and have left nothing; empty where it left something. An input can come more than once, and then only some
     * of the times have to leave something, the first ones more likely.
     */
    private Optional<Instant> silentTime(Node<S> node, int queue, Input input) {
        List<Integer> open = decisionsOn.getOrDefault(input.id(), List.of()).stream()
                .filter(index -> !node.done().get(index))
                .toList();
        if (open.isEmpty()) {
            return Optional.of(input.message().meta().occurredAt());
        }
        List<Input> all = queues.get(queue);
        long times = all.subList(node.at()[queue], all.size()).stream()
                .filter(other -> other.id().equals(input.id()))
                .count();
        return times > open.size()
                ? Optional.of(order.decisions().get(open.getFirst()).now())
                : Optional.empty();
    }

    private boolean isAnswerable(Node<S> node, Input input) {
        Integer asked = writtenBy.get(input.message().meta().causationId());
        return asked == null || node.done().get(asked);
    }

    /** Where the candidate leads to if the present decider decides what is recorded; null where it does not. */
    private @Nullable Node<S> tried(Node<S> node, Candidate candidate) {
        tried++;
        Answer<S> answer = answer(node, candidate);
        boolean isSame =
                !(answer instanceof Answer.Failed<S>) && Differing.areSame(recorded(candidate), answer.messages());
        if (isSame) {
            return after(node, candidate, answer);
        }
        if (furthest == null || isFurther(node, furthest.node())) {
            furthest = new Mismatch<>(node, candidate, answer);
        }
        return null;
    }

    private boolean isFurther(Node<S> node, Node<S> than) {
        int decisions = Integer.compare(node.done().cardinality(), than.done().cardinality());
        return decisions > 0 || (decisions == 0 && node.read() > than.read());
    }

    private Answer<S> answer(Node<S> node, Candidate candidate) {
        Instant now = timeOf(node, candidate);
        S state = node.state();
        Input input = inputOf(node, candidate);
        if (input != null) {
            return Answer.of(() -> decider.decide(state, history.orderId(), input.message(), now));
        }
        return state == null
                ? new Answer.Given<>(Decision.ignored("unknown"))
                : Answer.of(() -> decider.decideDue(state, history.orderId(), now));
    }

    private @Nullable Input inputOf(Node<S> node, Candidate candidate) {
        return candidate.queue() == NO_INPUT ? null : head(node, candidate.queue());
    }

    /** Of an input that left nothing, all that is known is that it was not read before it was written, nor before what was read before it. */
    private Instant timeOf(Node<S> node, Candidate candidate) {
        return candidate.decision() == NO_DECISION && candidate.time().isBefore(node.latest())
                ? node.latest()
                : candidate.time();
    }

    private List<Message> recorded(Candidate candidate) {
        return candidate.decision() == NO_DECISION
                ? List.of()
                : order.decisions().get(candidate.decision()).messages();
    }

    private Node<S> after(Node<S> node, Candidate candidate, Answer<S> answer) {
        int[] at = node.at().clone();
        if (candidate.queue() != NO_INPUT) {
            at[candidate.queue()]++;
        }
        BitSet done = (BitSet) node.done().clone();
        if (candidate.decision() != NO_DECISION) {
            done.set(candidate.decision());
        }
        S state = node.state();
        if (answer instanceof Answer.Given<S>(Decision.Decided<S> decided) && decided.state() != null) {
            state = decided.state();
        }
        boolean isMissed = node.isDeadlineMissed() || isDeadlineMissed(node, candidate);
        return new Node<>(state, at, done, timeOf(node, candidate), isMissed);
    }

    /** Whether the present decider would have had something to say long before what came next, if somebody had asked it. */
    private boolean isDeadlineMissed(Node<S> node, Candidate candidate) {
        S state = node.state();
        if (state == null || candidate.queue() == NO_INPUT || candidate.decision() == NO_DECISION) {
            return false;
        }
        Instant deadline = decider.deadlineOf(state);
        if (deadline == null || !deadline.plus(DEADLINE_SLACK).isBefore(candidate.time())) {
            return false;
        }
        return !Answer.of(() -> decider.decideDue(state, history.orderId(), candidate.time()))
                .messages()
                .isEmpty();
    }

    private boolean isInFieldsOnly(Mismatch<S> mismatch) {
        return mismatch.candidate().decision() != NO_DECISION
                && Differing.haveSameTypes(
                        recorded(mismatch.candidate()), mismatch.answer().messages());
    }

    private Difference difference(Mismatch<S> mismatch) {
        Candidate candidate = mismatch.candidate();
        List<Message> recorded = recorded(candidate);
        List<Message> present = mismatch.answer().messages();
        Input input = inputOf(mismatch.node(), candidate);
        RecordedDecision decision =
                candidate.decision() == NO_DECISION ? null : order.decisions().get(candidate.decision());
        String event = input != null
                ? input.id().toString()
                : Objects.requireNonNull(decision).cause().toString();
        return new Difference(
                service,
                history.orderId(),
                input == null ? Difference.DEADLINE : input.message().getClass().getSimpleName(),
                input == null
                        ? Objects.requireNonNull(decision).outputs().getFirst().place()
                        : input.place(),
                event,
                timeOf(mismatch.node(), candidate),
                decision == null ? "ignored, or decided without a message" : Differing.typesOf(recorded),
                mismatch.answer().words(),
                recorded.isEmpty() || present.isEmpty() ? List.of() : Differing.between(recorded, present));
    }
}
