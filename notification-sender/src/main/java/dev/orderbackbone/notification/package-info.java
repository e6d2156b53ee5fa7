/** Notifications: decides which messages an order deserves, and sends each once. */
@NullMarked
package dev.orderbackbone.notification;

import org.jspecify.annotations.NullMarked;
