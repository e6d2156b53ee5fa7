package dev.orderbackbone.operator.verify.invariant;

import java.util.ArrayList;
import java.util.List;

/** Lists that nearly always have no element or one, of which there are several for each order: they take no more room than that. */
final class Few {
    private Few() {}

    /** A list with one element more; the one given stays as it is. */
    static <E> List<E> plus(List<E> list, E element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        List<E> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(element);
        return more;
    }
}
