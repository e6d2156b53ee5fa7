/** {@code ./backbone replay}: the past once more. */
@NullMarked
package dev.orderbackbone.operator.replay;

import org.jspecify.annotations.NullMarked;
