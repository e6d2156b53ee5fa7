/**
 * Commands of operators as {@code ./backbone} runs them: each in a process of its own, out of the distribution, and what it took.
 */
@NullMarked
package dev.orderbackbone.benchmarks.command;

import org.jspecify.annotations.NullMarked;
