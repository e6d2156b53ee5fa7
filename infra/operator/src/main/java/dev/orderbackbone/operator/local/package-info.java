/** Commands that start, watch and stop the local installation. */
@NullMarked
package dev.orderbackbone.operator.local;

import org.jspecify.annotations.NullMarked;
