/**
 * The evidence of a running installation: topics, positions and counts from Kafka, read models from PostgreSQL, ledgers from files or addresses.
 * Everything is read as anybody could read it; nothing is written, and no group is joined.
 */
@NullMarked
package dev.orderbackbone.operator.verify.source;

import org.jspecify.annotations.NullMarked;
