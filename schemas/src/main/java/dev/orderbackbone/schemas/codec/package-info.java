/**
 * Maps Java records to Avro's binary encoding and back, without generated classes and without a second model.
 *
 * <p>{@link dev.orderbackbone.schemas.codec.RecordCodec#of RecordCodec.of} compares a record class with its schema once, component by component (name,
 * order, type, nullability), and refuses a pair that differs. What remains for the warm path is a tree of {@code Value}s that calls method
 * handles: no name is looked up, nothing is boxed, and all that is allocated is the record or the bytes that the caller asked for.
 *
 * <table>
 * <caption>What maps to what</caption>
 * <tr><th>Avro</th><th>Java</th></tr>
 * <tr><td>string, int, long, boolean</td><td>String, int, long, boolean</td></tr>
 * <tr><td>long with timestamp-millis</td><td>Instant (of whole milliseconds: the rest is cut off)</td></tr>
 * <tr><td>fixed(16) with uuid</td><td>UUID</td></tr>
 * <tr><td>enum</td><td>enum with the same constants in the same order</td></tr>
 * <tr><td>array</td><td>List, immutable</td></tr>
 * <tr><td>record</td><td>record with the same components in the same order; not recursive</td></tr>
 * <tr><td>union of null and one of these</td><td>the same with {@code @Nullable}</td></tr>
 * </table>
 *
 * <p>It stands on Avro's own extension points: an {@code Encoder} and a {@code Decoder} over byte arrays, and {@code ResolvingDecoder} wherever the
 * bytes were written with another schema, so that the rules of schema resolution are Avro's.
 */
@NullMarked
package dev.orderbackbone.schemas.codec;

import org.jspecify.annotations.NullMarked;
