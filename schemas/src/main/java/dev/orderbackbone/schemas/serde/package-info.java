/**
 * Messages as bytes on Kafka, in Confluent's wire format: a zero byte, the schema's id in the registry (4 bytes, big-endian), the record in Avro's
 * binary encoding. Services' private states as bytes in state stores, in Avro's single-object encoding, which needs no registry.
 *
 * <p>Nothing here registers a schema. On the warm path the registry is not asked and nothing is allocated but the bytes or the record.
 */
@NullMarked
package dev.orderbackbone.schemas.serde;

import org.jspecify.annotations.NullMarked;
