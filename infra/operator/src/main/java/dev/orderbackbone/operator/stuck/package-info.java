/**
 * {@code ./backbone orders stuck}: orders that are longer in their state than is usual, and who owes each of them what. The read models tell which
 * orders; what was asked for them and not answered is told by the log, from the time on at which the first of them was placed.
 */
@NullMarked
package dev.orderbackbone.operator.stuck;

import org.jspecify.annotations.NullMarked;
