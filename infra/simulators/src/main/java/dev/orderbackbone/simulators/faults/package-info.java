/**
 * Misbehaviour on demand, reproducible from a seed.
 *
 * <p>Whether a fault strikes is a function of (seed, key of the request, attempt, fault) and of nothing else: not of
 * time, order, threads or the other faults. The same requests meet the same faults in every run, and a retry of the
 * same request rolls anew because its attempt number differs.
 */
@NullMarked
package dev.orderbackbone.simulators.faults;

import org.jspecify.annotations.NullMarked;
