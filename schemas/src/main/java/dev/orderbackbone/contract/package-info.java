/** The contract between the services: what travels on the topics, as immutable records. The Avro schemas of the same names are the wire;
 * a test holds the two together. Depends on the JDK only. */
@NullMarked
package dev.orderbackbone.contract;

import org.jspecify.annotations.NullMarked;
