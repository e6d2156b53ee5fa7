/**
 * What operators do with the versions of the read models: list, rebuild, compare, swap, drop.
 *
 * <p>A version that is not live is written by nobody but these operations, and never further than the live one: they fill it up to where the
 * live one stands. The projector writes the live one; a swap takes the positions from it in its transaction, and it goes on with the version
 * that is live then. Nothing but the database is written: no topic, no parked record, no effect.
 *
 * <p>This is the only package of a service, beside the storefronts' client, that the operator's program uses.
 */
@NullMarked
package dev.orderbackbone.projection.operations;

import org.jspecify.annotations.NullMarked;
