/**
 * The rival under load: its process, and a PostgreSQL server of its own from the same binaries and with the same settings as ours.
 */
@NullMarked
package dev.orderbackbone.benchmarks.contender.rival;

import org.jspecify.annotations.NullMarked;
