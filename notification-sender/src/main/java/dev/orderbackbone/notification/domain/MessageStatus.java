package dev.orderbackbone.notification.domain;

/** How far a message has come. */
public enum MessageStatus {
    /** It is to be told, but it is not known yet how the customer can be reached: the order has not been seen. */
    WAITING,
    /** Its sending is asked for. */
    REQUESTED,
    /** The receiver took it. */
    SENT,
    /** It is given up. */
    FAILED,
    /** It is not sent, on purpose. */
    SUPPRESSED;

    boolean isSettled() {
        return switch (this) {
            case WAITING, REQUESTED -> false;
            case SENT, FAILED, SUPPRESSED -> true;
        };
    }
}
