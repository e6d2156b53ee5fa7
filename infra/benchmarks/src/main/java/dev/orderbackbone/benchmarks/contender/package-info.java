/**
 * Who is compared: this backbone as {@code ./backbone up} runs it, and its rival, each as real processes on this machine.
 */
@NullMarked
package dev.orderbackbone.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
