package dev.orderbackbone.operator.whatif;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.orderbackbone.operator.verify.evidence.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * In which order recorded decisions were made. A task writes what it decides in the order in which it decides, so on each partition of an output topic
 * offsets tell it; between partitions, the times of the decisions do. What has neither, two decisions within a millisecond that share no partition, may
 * have been made in either order.
 *
 * @param decisions in an order that contradicts none of that.
 * @param before of each decision, those that stand before it on some partition.
 */
record DecisionOrder(List<RecordedDecision> decisions, List<BitSet> before) {

    static DecisionOrder of(List<RecordedDecision> decisions) {
        int[] blockers = new int[decisions.size()];
        List<List<Integer>> next = new ArrayList<>();
        decisions.forEach(_ -> next.add(new ArrayList<>()));
        Map<String, Integer> latest = new HashMap<>();
        for (Step step : steps(decisions)) {
            Integer former = latest.put(step.partition(), step.decision());
            if (former != null && former != step.decision()) {
                next.get(former).add(step.decision());
                blockers[step.decision()]++;
            }
        }
        return sorted(decisions, blockers, next);
    }

    /** The decisions that may be next when some are done: of those that were made first by the clock, the ones that nothing stands before. */
    List<Integer> candidates(BitSet done) {
        int first = done.nextClearBit(0);
        List<Integer> candidates = new ArrayList<>();
        for (int index = first; index < decisions.size(); index = done.nextClearBit(index + 1)) {
            boolean isLater =
                    decisions.get(index).now().isAfter(decisions.get(first).now());
            if (isLater) {
                break;
            }
            BitSet missing = (BitSet) before.get(index).clone();
            missing.andNot(done);
            if (missing.isEmpty()) {
                candidates.add(index);
            }
        }
        return candidates;
    }

    /** An output on its partition. */
    private record Step(String partition, long offset, int decision) {}

    private static List<Step> steps(List<RecordedDecision> decisions) {
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < decisions.size(); index++) {
            for (Output output : decisions.get(index).outputs()) {
                Place place = output.place();
                steps.add(new Step(place.source() + "/" + place.partition(), place.offset(), index));
            }
        }
        steps.sort(comparingLong(Step::offset));
        return steps;
    }

    private static DecisionOrder sorted(List<RecordedDecision> decisions, int[] blockers, List<List<Integer>> next) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                comparing((Integer index) -> decisions.get(index).now()).thenComparingInt(index -> index));
        for (int index = 0; index < blockers.length; index++) {
            if (blockers[index] == 0) {
                ready.add(index);
            }
        }
        List<RecordedDecision> inOrder = new ArrayList<>();
        int[] placed = new int[blockers.length];
        List<BitSet> before = new ArrayList<>();
        decisions.forEach(_ -> before.add(new BitSet()));
        while (!ready.isEmpty()) {
            int index = ready.remove();
            placed[index] = inOrder.size();
            inOrder.add(decisions.get(index));
            for (int follower : next.get(index)) {
                before.get(follower).set(placed[index]);
                blockers[follower]--;
                if (blockers[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
        // No task writes decisions that stand before each other; whatever did is told apart by the fold, not here.
        for (int index = 0; index < blockers.length; index++) {
            if (blockers[index] > 0) {
                placed[index] = inOrder.size();
                inOrder.add(decisions.get(index));
                before.get(index).clear();
            }
        }
        BitSet[] beforeInOrder = new BitSet[inOrder.size()];
        for (int index = 0; index < placed.length; index++) {
            beforeInOrder[placed[index]] = before.get(index);
        }
        return new DecisionOrder(List.copyOf(inOrder), List.of(beforeInOrder));
    }
}
