/**
 * {@code ./backbone projections}: versions of the read models. A rebuild fills the next one beside the live one, is compared with it, and is swapped to
 * or dropped. What is done to the database stands in {@link dev.orderbackbone.projection.operations}.
 */
@NullMarked
package dev.orderbackbone.operator.projections;

import org.jspecify.annotations.NullMarked;
