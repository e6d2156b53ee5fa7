package dev.orderbackbone.orderevents.client;

import org.jspecify.annotations.Nullable;

/** The backbone did not answer, or could not take anything in, for too long. Nothing is known of the request: send it again later as it is. */
public final class OrdersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrdersUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
