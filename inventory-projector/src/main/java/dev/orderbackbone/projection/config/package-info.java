/** Settings of the projection. */
@NullMarked
package dev.orderbackbone.projection.config;

import org.jspecify.annotations.NullMarked;
