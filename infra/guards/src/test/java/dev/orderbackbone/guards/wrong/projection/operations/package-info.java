/** Wrong on purpose: see {@link dev.orderbackbone.guards.BoundariesTest}. */
@NullMarked
package dev.orderbackbone.guards.wrong.projection.operations;

import org.jspecify.annotations.NullMarked;
