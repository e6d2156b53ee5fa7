package dev.orderbackbone.notification.domain;

/** How far a message has come. */
public enum MessageStatus {
    /** It is to be told, but it is not known yet how the customer can be reached: the order has not been seen. */
    WAITING,
    /** Its sending is asked for. */
    REQUESTED,
    /** The receiver took it: what was sent was sent, whatever else was decided before that was known. */
    SENT,
    /** It is given up. */
    FAILED,
    /** It is not sent, on purpose. */
    SUPPRESSED;

    /** Whether it is news that a message has come so far, if it was here. */
    boolean isNewsAfter(MessageStatus before) {
        return !before.isSettled() || (this == SENT && before != SENT);
    }

    boolean isSettled() {
        return switch (this) {
            case WAITING, REQUESTED -> false;
            case SENT, FAILED, SUPPRESSED -> true;
        };
    }
}
