/**
 * What a run came to, for people, for programs and for the shelf.
 */
@NullMarked
package dev.orderbackbone.benchmarks.report;

import org.jspecify.annotations.NullMarked;
