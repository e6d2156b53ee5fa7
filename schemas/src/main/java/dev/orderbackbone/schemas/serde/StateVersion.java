package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.schemas.codec.RecordReader;

/**
 * A version of a state's schema that can be read.
 *
 * @param fingerprint CRC-64-AVRO of the schema's parsing canonical form.
 */
record StateVersion<T>(long fingerprint, RecordReader<T> reader) {}
