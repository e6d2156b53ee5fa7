/** Runs a decider in Kafka Streams: one transaction per input. */
@NullMarked
package dev.orderbackbone.runtime;

import org.jspecify.annotations.NullMarked;
