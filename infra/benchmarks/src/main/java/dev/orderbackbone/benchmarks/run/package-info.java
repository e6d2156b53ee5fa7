/**
 * One benchmark from start to end: who takes his turn when, for how long, and what was measured.
 */
@NullMarked
package dev.orderbackbone.benchmarks.run;

import org.jspecify.annotations.NullMarked;
