/**
 * Projection: folds the log into read models that can be rebuilt at any time.
 *
 * <p>Reads {@code orders.events}, {@code orders.refusals}, {@code inventory.events}, {@code stock.events}, {@code stock.levels}, {@code
 * payments.events} and {@code notifications.events}; writes the schema {@code read_<version>} in PostgreSQL, which people query through the
 * views of {@code mart}. Rows and positions are one database transaction, so that a crash or a replay applies nothing twice; a row is the
 * fold of its order's events up to the stored position, however they were cut into batches. Nothing outside the database is touched, but for
 * records that cannot be projected: they are parked before their position is passed. While the database is down, it waits.
 *
 * <p>The projector writes the version that is live. Others are rebuilt beside it, compared and swapped to by {@linkplain
 * dev.orderbackbone.projection.operations operators}.
 */
@NullMarked
package dev.orderbackbone.projection;

import org.jspecify.annotations.NullMarked;
