/**
 * Starts real components on this machine as child processes: a Kafka broker, PostgreSQL, a schema registry, and our
 * own programs. For {@code ./backbone up}, whose processes outlive it, and for tests, whose processes end with them.
 *
 * <p>A {@code Component} says how one is started and how it is asked whether it is ready. The {@code Launcher} starts
 * components and finds those that run. {@code LocalStack} is the whole installation: which components, in which order.
 *
 * <p>Promises: everything listens on 127.0.0.1 only. A start returns when the component can be used, and fails with
 * the reason and the end of its log, at once if the process ended. A running component is recognised and left alone.
 * What a component has stored survives its {@code kill -9}. No process is signalled that was not started here: a pid
 * file names the process by pid and start time.
 */
@NullMarked
package dev.orderbackbone.local;

import org.jspecify.annotations.NullMarked;
