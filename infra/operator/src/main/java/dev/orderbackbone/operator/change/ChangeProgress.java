package dev.orderbackbone.operator.change;

import dev.orderbackbone.operator.CommandFailure;

/** Is told how far a change is. */
@FunctionalInterface
public interface ChangeProgress {
    /**
     * So far.
     *
     * @param what is being done, such as {@code records}.
     * @param done of it.
     * @param total of it, as far as is known; never less than 0.
     * @throws CommandFailure if the change must not go on, as another operator may do the same by now.
     */
    void at(String what, long done, long total);
}
