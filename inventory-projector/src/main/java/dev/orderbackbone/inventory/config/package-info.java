/** Settings and wiring of the process. */
@NullMarked
package dev.orderbackbone.inventory.config;

import org.jspecify.annotations.NullMarked;
