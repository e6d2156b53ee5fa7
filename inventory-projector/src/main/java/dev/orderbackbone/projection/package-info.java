/** Projection: folds the log into read models that can be rebuilt at any time. */
@NullMarked
package dev.orderbackbone.projection;

import org.jspecify.annotations.NullMarked;
