package dev.orderbackbone.orderevents.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Changed copies of immutable lists. */
final class Lists {
    private Lists() {}

    static <T> List<T> plus(List<T> list, T item) {
        List<T> copy = new ArrayList<>(list);
        copy.add(item);
        return List.copyOf(copy);
    }

    static <T> List<T> replaced(List<T> list, int index, T item) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, item);
        return List.copyOf(copy);
    }

    /** With the item in place of the one of the same key, or, where there is none, at the end. */
    static <T> List<T> put(List<T> list, T item, Function<T, String> key) {
        for (int index = 0; index < list.size(); index++) {
            if (key.apply(list.get(index)).equals(key.apply(item))) {
                return replaced(list, index, item);
            }
        }
        return plus(list, item);
    }
}
