/**
 * The fold: what the read models say after an event. Pure; the JDK and the contract only.
 *
 * <p>It promises that the rows depend on the events alone and not on how they are cut into batches.
 */
@NullMarked
package dev.orderbackbone.projection.domain;

import org.jspecify.annotations.NullMarked;
