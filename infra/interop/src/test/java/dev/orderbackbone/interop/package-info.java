/**
 * What a Kafka tool that is not ours sees of the backbone, and what we see of it. A real Apicurio Registry stands in the middle; on the other side are
 * Apicurio's serde and the genuine Confluent client that Flink bundles, neither of which shares code with ours.
 */
@NullMarked
package dev.orderbackbone.interop;

import org.jspecify.annotations.NullMarked;
