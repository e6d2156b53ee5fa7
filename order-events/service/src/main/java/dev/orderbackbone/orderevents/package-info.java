/** Orders: HTTP intake and the saga that leads each order to one outcome. */
@NullMarked
package dev.orderbackbone.orderevents;

import org.jspecify.annotations.NullMarked;
