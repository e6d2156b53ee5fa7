/** Messages to customers. */
@NullMarked
package dev.orderbackbone.contract.notification;

import org.jspecify.annotations.NullMarked;
