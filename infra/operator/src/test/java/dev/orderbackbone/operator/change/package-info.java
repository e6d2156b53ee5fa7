/** Every change goes the same way. */
@NullMarked
package dev.orderbackbone.operator.change;

import org.jspecify.annotations.NullMarked;
