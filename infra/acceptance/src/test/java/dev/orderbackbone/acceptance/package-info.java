/** End to end on real components, and the guards of the module boundaries. */
@NullMarked
package dev.orderbackbone.acceptance;

import org.jspecify.annotations.NullMarked;
