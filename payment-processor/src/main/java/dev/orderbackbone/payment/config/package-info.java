/** The wiring of the service: what exists, made of what, on one screen; and its settings. */
@NullMarked
package dev.orderbackbone.payment.config;

import org.jspecify.annotations.NullMarked;
