/** Inventory: decides on reservations, one stock pool at a time. */
@NullMarked
package dev.orderbackbone.inventory;

import org.jspecify.annotations.NullMarked;
