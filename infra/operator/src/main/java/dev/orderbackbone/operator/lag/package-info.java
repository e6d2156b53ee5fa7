/**
 * {@code ./backbone lag}: how far each consumer is behind what it reads, and whether that grows. Positions are looked up twice; what lies between
 * them and the ends of the partitions is read, as only that tells records from the markers of transactions.
 */
@NullMarked
package dev.orderbackbone.operator.lag;

import org.jspecify.annotations.NullMarked;
