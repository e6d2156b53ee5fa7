/**
 * The stock decider: what a pool answers to a command. Pure; the JDK and the contract only.
 *
 * <p>It promises for each pool, after every command: available ≥ 0 for every SKU, reserved = the sum of what reservations still hold, on
 * hand = received + adjusted − consumed + returned, and pool sequences 1, 2, ... without a gap. Each command has its effect once, however
 * often it comes.
 */
@NullMarked
package dev.orderbackbone.inventory.domain;

import org.jspecify.annotations.NullMarked;
