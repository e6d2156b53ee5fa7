/**
 * What orders cost: CPU by process, bytes on the disk, records in Kafka, rows in PostgreSQL. All of it is read from counters before and after, of
 * the kernel, the broker and the database server; nothing is sampled.
 */
@NullMarked
package dev.orderbackbone.benchmarks.cost;

import org.jspecify.annotations.NullMarked;
