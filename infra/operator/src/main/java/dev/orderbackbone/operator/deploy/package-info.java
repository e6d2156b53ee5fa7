/** Brings topics, schemas and group settings to a cluster: what services expect to find and never make themselves. */
@NullMarked
package dev.orderbackbone.operator.deploy;

import org.jspecify.annotations.NullMarked;
