/**
 * Reads the log and hands it to the read models, batch by batch.
 *
 * <p>A projector thread reads its partitions of all source topics with one plain consumer: there is no consumer group, the positions are the
 * read model's own. Rows and positions are one database transaction, so that nothing is applied twice or left out, whatever crashes when.
 * A second projector that thinks itself alone is shut out by the positions.
 */
@NullMarked
package dev.orderbackbone.projection.flow;

import org.jspecify.annotations.NullMarked;
