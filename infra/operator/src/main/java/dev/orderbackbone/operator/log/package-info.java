/** Reading Kafka for people: partitions, positions of groups, committed records. Joins no group, and changes nothing. */
@NullMarked
package dev.orderbackbone.operator.log;

import org.jspecify.annotations.NullMarked;
