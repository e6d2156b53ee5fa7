/**
 * Real components for tests: each extension starts one before the first test of a class and ends it after the last. Data lies in a
 * temporary folder, ports are free ones, and no process survives the test JVM.
 */
@NullMarked
package dev.orderbackbone.testkit;

import org.jspecify.annotations.NullMarked;
