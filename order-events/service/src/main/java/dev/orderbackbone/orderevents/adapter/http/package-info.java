/**
 * The HTTP side of the intake: reads and checks a request, publishes one event, and says 202 only after the log has it. It keeps no
 * state that matters: the saga decides, the read model answers. Everything that is wrong is answered as a problem (RFC 9457) that names
 * the field and the rule, and then nothing is published.
 */
@NullMarked
package dev.orderbackbone.orderevents.adapter.http;

import org.jspecify.annotations.NullMarked;
