/**
 * Inventory: decides on reservations, receipts and adjustments, one stock pool at a time.
 *
 * <p>Reads {@code inventory.commands}, keyed by pool; writes {@code inventory.events}, {@code stock.events}, {@code stock.levels}. Exactly
 * once: state, events and position are one Kafka transaction. The state lies in Kafka Streams stores under {@code STATE_DIR}; it may be
 * lost and is then restored from the changelog topics. A command that cannot be decided on is parked with the later ones about the same order, receipt or adjustment; the pool goes on.
 *
 * <p>The same process runs the {@linkplain dev.orderbackbone.projection projection}; each can be switched off.
 */
@NullMarked
package dev.orderbackbone.inventory;

import org.jspecify.annotations.NullMarked;
