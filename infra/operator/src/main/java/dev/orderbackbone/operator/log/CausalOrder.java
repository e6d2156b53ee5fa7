package dev.orderbackbone.operator.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts what happened in an order, but never an effect before its cause: clocks differ, and many things happen in one millisecond.
 *
 * @param idOf the id that others name as their cause.
 * @param causeOf the id of what caused it; its own where nothing did.
 * @param otherwise the order of what did not cause one another.
 */
public record CausalOrder<T>(Function<T, String> idOf, Function<T, String> causeOf, Comparator<T> otherwise) {

    /** All of them, in order. */
    public List<T> of(Collection<T> found) {
        Set<String> ids = found.stream().map(idOf).collect(Collectors.toSet());
        Map<String, List<T>> waitingForCause = new HashMap<>();
        PriorityQueue<T> ready = new PriorityQueue<>(otherwise);
        for (T one : found) {
            String cause = causeOf.apply(one);
            if (!cause.equals(idOf.apply(one)) && ids.contains(cause)) {
                waitingForCause.computeIfAbsent(cause, any -> new ArrayList<>()).add(one);
            } else {
                ready.add(one);
            }
        }
        List<T> inOrder = new ArrayList<>();
        while (!ready.isEmpty()) {
            T next = ready.remove();
            inOrder.add(next);
            List<T> effects = waitingForCause.remove(idOf.apply(next));
            if (effects != null) {
                ready.addAll(effects);
            }
        }
        // Whatever causes itself in a circle is told all the same.
        waitingForCause.values().stream()
                .flatMap(List::stream)
                .sorted(otherwise)
                .forEach(inOrder::add);
        return List.copyOf(inOrder);
    }
}
