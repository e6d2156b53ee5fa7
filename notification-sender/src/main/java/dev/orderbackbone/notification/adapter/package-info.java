/** Speaks SMTP (RFC 5321) to a mail server, over connections that are kept and shared. */
@NullMarked
package dev.orderbackbone.notification.adapter;

import org.jspecify.annotations.NullMarked;
