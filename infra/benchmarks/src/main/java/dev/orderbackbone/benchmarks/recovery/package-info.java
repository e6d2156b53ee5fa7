/**
 * What operators' tools take, one by one: each part runs a command, or a bare program that does the least of the same, and says what was measured.
 */
@NullMarked
package dev.orderbackbone.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
