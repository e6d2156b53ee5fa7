/**
 * {@code ./backbone groups}: where consumer groups stand, and a new position for one that is not the backbone's own. For the backbone's own groups there is no
 * position that could be set without harm: {@link dev.orderbackbone.operator.groups.Ownership} says why.
 */
@NullMarked
package dev.orderbackbone.operator.groups;

import org.jspecify.annotations.NullMarked;
