/**
 * The one path of every command that changes something: plan, reason, run, verify, audit.
 *
 * <p>A command brings a {@link dev.orderbackbone.operator.change.Change} and mixes in {@link dev.orderbackbone.operator.change.ChangeOptions}; {@link
 * dev.orderbackbone.operator.change.Changes} does the rest. Without {@code --run} the plan is printed and nothing is touched. While a change runs, its
 * target is leased: a second operator is told who is at it. What was begun and what came of it are written to {@code operations.audit}.
 */
@NullMarked
package dev.orderbackbone.operator.change;

import org.jspecify.annotations.NullMarked;
