package dev.orderbackbone.operator.backup;

import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a backup, as it was.
 *
 * @param timestamp milliseconds since 1970; -1 for none.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredRecord(long offset, long timestamp, byte @Nullable [] key, byte @Nullable [] value, Header[] headers) {}
