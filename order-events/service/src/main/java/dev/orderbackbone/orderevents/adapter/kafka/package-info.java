/** Writes to the log what came in over HTTP. Promises that what was acknowledged is on every in-sync replica. */
@NullMarked
package dev.orderbackbone.orderevents.adapter.kafka;

import org.jspecify.annotations.NullMarked;
