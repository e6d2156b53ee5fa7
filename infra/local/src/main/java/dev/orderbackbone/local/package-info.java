/** Launches a real broker, database, registry and the services as child processes. */
@NullMarked
package dev.orderbackbone.local;

import org.jspecify.annotations.NullMarked;
