/**
 * The payment gateway of the benchmark, a process of its own, the same for both contenders: it speaks the protocol of the gateway simulator, takes
 * {@value dev.orderbackbone.benchmarks.gateway.GatewayStub#LATENCY_MS} ms for each answer and keeps no ledger, so that it costs next to nothing.
 */
@NullMarked
package dev.orderbackbone.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
