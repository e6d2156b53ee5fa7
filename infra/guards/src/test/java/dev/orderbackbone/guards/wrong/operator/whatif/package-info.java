/** Wrong on purpose: see {@link dev.orderbackbone.guards.BoundariesTest}. */
@NullMarked
package dev.orderbackbone.guards.wrong.operator.whatif;

import org.jspecify.annotations.NullMarked;
