/**
 * {@code ./backbone bench micro}: what single steps of the backbone cost, in nanoseconds and allocated bytes, measured by JMH. They explain a profile
 * of the running services; they say nothing of the broker, the disk and the network, which {@code ./backbone bench} measures.
 *
 * <p>{@link dev.orderbackbone.microbenchmarks.OrderStory} is the one order that all of them are about: each decider is given what the others really said.
 * The only module outside the services that looks into them; for that reason a module of its own, so that the order benchmark cannot.
 *
 * <p>What stays in the services' tests, because it needs what only they reach, is run by hand with {@code -Dbenchmark=true}: the HTTP side of a
 * submission ({@code IntakeBenchmark} of order-events) and the projector on PostgreSQL ({@code ProjectionBenchmark} of inventory-projector).
 */
@NullMarked
package dev.orderbackbone.microbenchmarks;

import org.jspecify.annotations.NullMarked;
