package dev.orderbackbone.payment.domain;

/** How far an operation has come. */
public enum OperationStatus {
    /** A call is under way, or will be made again at the operation's next time because it certainly was not made. */
    REQUESTED,
    /** Done. */
    APPROVED,
    /** The gateway said no, for good. */
    DECLINED,
    /** Not done, though the gateway did not say so: it was never asked, or an operator found out. */
    FAILED,
    /** Nobody knows; the gateway is being asked. */
    UNKNOWN,
    /** Nobody knows and asking has been given up; a person decides. */
    REVIEW;

    /** Whether the money concerned may still move. */
    boolean isOpen() {
        return this == REQUESTED || isUnknown();
    }

    boolean isUnknown() {
        return this == UNKNOWN || this == REVIEW;
    }

    boolean isRefused() {
        return this == DECLINED || this == FAILED;
    }
}
