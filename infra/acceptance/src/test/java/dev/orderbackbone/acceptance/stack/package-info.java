/**
 * The whole installation for tests: broker, registry, PostgreSQL, simulators and the four services, each a process of its own started from the
 * distribution's jars, exactly as {@code ./backbone up} starts them; on free ports, in a temporary folder.
 *
 * <p>{@link dev.orderbackbone.acceptance.stack.SharedStack} starts it once for all test classes, as that is what costs most. So tests leave nothing
 * behind that others would stumble over: orders have ids and a stock location of their own, switches are put back.
 */
@NullMarked
package dev.orderbackbone.acceptance.stack;

import org.jspecify.annotations.NullMarked;
