/**
 * The invariants I1 to I11, one class for each, and the compact facts that they keep.
 *
 * <p>An {@link dev.orderbackbone.operator.verify.invariant.Invariant} opens a desk for each slice of the log; the desk sees the slice's records one
 * by one, keeps what it needs of them, and concludes. What must be compared across slices is concluded by the invariant at the end. Nothing of
 * the services under audit is used here: the table of legal transitions, the fold of a read-model row, the arithmetic of stock and money are all
 * written a second time.
 */
@NullMarked
package dev.orderbackbone.operator.verify.invariant;

import org.jspecify.annotations.NullMarked;
