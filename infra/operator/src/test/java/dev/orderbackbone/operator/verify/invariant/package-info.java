/** What the invariants keep their facts in. */
@NullMarked
package dev.orderbackbone.operator.verify.invariant;

import org.jspecify.annotations.NullMarked;
