package dev.orderbackbone.payment.adapter;

import java.io.IOException;

/** No connection could be made: nothing of the request was sent. */
final class NotConnectedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotConnectedException(Throwable cause) {
        super("no connection: " + cause.getMessage(), cause);
    }
}
