/**
 * What has become of parked records. The log tells it, though no record says it: a service deals with what operators send back by fixed rules
 * ({@link dev.orderbackbone.runtime.Redrive}), so that what is parked, what was sent back, and what was parked again are enough to know.
 */
@NullMarked
package dev.orderbackbone.operator.parking;

import org.jspecify.annotations.NullMarked;
