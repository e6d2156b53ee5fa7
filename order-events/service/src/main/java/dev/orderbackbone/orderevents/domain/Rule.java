package dev.orderbackbone.orderevents.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be true of an event.
 *
 * @param <T> what the rule is about.
 */
@FunctionalInterface
interface Rule<T> {

    /** How the subject breaks the rule; null where it keeps it. */
    @Nullable
    BrokenRule brokenBy(T subject);

    /** The first of the rules that is broken; null where all are kept. */
    static <T> @Nullable BrokenRule firstBroken(List<Rule<T>> rules, T subject) {
        for (Rule<T> rule : rules) {
            BrokenRule broken = rule.brokenBy(subject);
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    /** The rule that every item of a list at {@code pointer} keeps {@code rules}; names the first item that does not. */
    static <T, I> Rule<T> each(String pointer, Function<T, List<I>> items, List<Rule<I>> rules) {
        return subject -> {
            List<I> all = items.apply(subject);
            for (int index = 0; index < all.size(); index++) {
                BrokenRule broken = firstBroken(rules, all.get(index));
                if (broken != null) {
                    return broken.under(pointer + "/" + index);
                }
            }
            return null;
        };
    }

    /** The rule that a list at {@code pointer} has {@code least} to {@code most} items. */
    static <T> Rule<T> size(String pointer, Function<T, List<?>> items, int least, int most) {
        return subject -> {
            int size = items.apply(subject).size();
            if (size < least) {
                return new BrokenRule(pointer.substring(1) + "-not-empty", pointer, "there are none");
            }
            return size <= most
                    ? null
                    : new BrokenRule(
                            pointer.substring(1) + "-limit",
                            pointer,
                            "there are " + size + ", at most " + most + " are taken");
        };
    }
}
