/**
 * Backup and restore of the whole log.
 *
 * <p>A backup is a folder: {@code manifest.json}, which says what belongs to it, and {@code data/TOPIC-PARTITION/OFFSET.log}, segments as a Kafka
 * broker writes them, so that {@code kafka-dump-log.sh} reads them too. Each further backup into the same folder adds segments with what is new.
 * The manifest is replaced last and at once: until then, and after a crash, the former one is valid.
 *
 * <p>It ends at a <em>cut</em>: the services let no transaction begin for a moment, and what they have read, remember and have written is taken
 * down together. Up to it everything is there, beyond it nothing. A restore brings records back to their old offsets, since positions count in
 * them.
 */
@NullMarked
package dev.orderbackbone.operator.backup;

import org.jspecify.annotations.NullMarked;
