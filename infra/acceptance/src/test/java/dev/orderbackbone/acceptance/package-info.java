/**
 * End to end on real components: the processes of the distribution, driven as storefronts, warehouses and vandals drive them, and judged by what
 * customers get, what analysts see, and what the auditor of {@code ./backbone verify} finds.
 *
 * <ul>
 *   <li>{@code OrdersEndToEndTest}: orders of every kind run to their outcome, over HTTP and over Kafka.
 *   <li>{@code ContradictoryInputTest}: well-formed input that cannot be true is refused, and one intent makes one order.
 *   <li>{@code KilledProcessesTest}: each process is killed with {@code kill -9} while orders flow.
 *   <li>{@code BrokenRecordsTest}: what is no message, or not yet, is parked, and nobody else waits.
 *   <li>{@code DistributionTest}: what the distribution holds.
 * </ul>
 *
 * <p>One installation serves all of them ({@link dev.orderbackbone.acceptance.stack.SharedStack}), in the order of {@code Orders}. What its
 * processes have logged is kept in {@code target/stack-logs}.
 *
 * <p>Where a Docker engine runs, the same tests run against Kafka in a container, by Testcontainers:
 *
 * <pre>
 *   ./backbone test -Dbackbone.kafka=testcontainers
 * </pre>
 *
 * <p>The image is built of the distribution's jars and of the JDK, a shell and libraries of this machine ({@code src/test/docker}), and behaves as
 * {@code apache/kafka} does; no image registry is asked for anything. The engine must be on this machine. Without the switch nothing looks for
 * Docker.
 */
@NullMarked
package dev.orderbackbone.acceptance;

import org.jspecify.annotations.NullMarked;
