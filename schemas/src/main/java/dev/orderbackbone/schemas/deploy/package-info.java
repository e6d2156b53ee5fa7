/** Brings the catalogue to a cluster: creates topics. Only the deployment does this; services wait for what they need. */
@NullMarked
package dev.orderbackbone.schemas.deploy;

import org.jspecify.annotations.NullMarked;
