package dev.orderbackbone.operator.change;

import dev.orderbackbone.operator.CommandFailure;

/** Something that an operator may do to an installation. */
public interface Change {
    /** The command that it is asked for with, such as {@code projections swap}. */
    String command();

    /** What it changes, in a word or two; changes of the same target exclude each other, on the whole installation. */
    String target();

    /**
     * What it would do. Changes nothing.
     *
     * @throws CommandFailure if it must not be done, or cannot.
     */
    Plan plan() throws InterruptedException;

    /**
     * What must be done before the operation can be written down, since it stands before it in {@code operations.audit}. Usually nothing.
     *
     * @throws CommandFailure if it cannot be done.
     */
    default void prepare(Plan plan) throws InterruptedException {}

    /**
     * Does what was planned, and looks afterwards whether it is so. What was begun and interrupted, or crashed, is continued when the same is
     * asked for again.
     *
     * @param progress is to be told now and then how far it is; it throws when the change must not go on.
     * @throws InterruptedException if the operator stops it.
     */
    Outcome run(Plan plan, Operation operation, ChangeProgress progress) throws InterruptedException;
}
