/** Tests of the registry client, against an HTTP server that plays a registry. */
@NullMarked
package dev.orderbackbone.schemas.registry;

import org.jspecify.annotations.NullMarked;
