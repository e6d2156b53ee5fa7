package dev.orderbackbone.operator.verify.history;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What is to happen to an order. */
public enum Plot {
    SHIPPED(Turn.SHIP_ALL),
    SHIPPED_IN_PARTS(Turn.SHIP_PART, Turn.SHIP_ALL),
    SHIPPED_AND_RETURNED(Turn.SHIP_ALL, Turn.RETURN),
    RETURNED_BEFORE_CAPTURED(Turn.SHIP_ALL, Turn.RETURN_EARLY),
    DISCOUNTED_AND_RETURNED(Turn.DISCOUNT, Turn.SHIP_PART, Turn.SHIP_ALL, Turn.RETURN),
    PART_SHIPPED_THEN_CANCELLED(Turn.SHIP_PART, Turn.CANCEL),
    CANCELLED_WHEN_CONFIRMED(Turn.CANCEL),
    CANCELLED_WHILE_AUTHORISING(Turn.CANCEL_EARLY),
    DECLINED(Turn.DECLINE),
    OUT_OF_STOCK(Turn.ASK_TOO_MUCH),
    OUT_OF_STOCK_IN_ONE_POOL(Turn.TWO_POOLS, Turn.ASK_TOO_MUCH),
    TWO_POOLS_SHIPPED(Turn.TWO_POOLS, Turn.SHIP_PART, Turn.SHIP_ALL),
    EXPIRED(Turn.EXPIRE),
    FREE(Turn.FREE, Turn.SHIP_ALL),
    SUBMITTED_TWICE(Turn.REPEAT, Turn.OTHER_CONTENT, Turn.SHIP_ALL),
    SENT_TWICE(Turn.SEND_TWICE, Turn.SHIP_ALL),
    REFUSED(Turn.WRONG_TOTAL),
    REFUSED_TWICE(Turn.WRONG_TOTAL, Turn.REPEAT),
    AUTHORISATION_UNKNOWN(Turn.UNKNOWN_AUTHORISATION, Turn.SHIP_ALL),
    AUTHORISATION_NEVER_ARRIVED(Turn.LOST_AUTHORISATION, Turn.SHIP_ALL),
    CAPTURE_UNKNOWN(Turn.SHIP_ALL, Turn.UNKNOWN_CAPTURE),
    CAPTURE_FAILED(Turn.SHIP_ALL, Turn.FAILED_CAPTURE),
    HELD_BY_OPERATOR(Turn.HOLD, Turn.SHIP_ALL),
    PARKED(Turn.GARBAGE, Turn.SHIP_ALL),
    NO_ADDRESS(Turn.NO_ADDRESS, Turn.SHIP_ALL),
    SHIPMENT_REFUSED(Turn.SHIP_TOO_EARLY, Turn.SHIP_ALL),
    MAILED_TWICE(Turn.MAIL_TWICE, Turn.SHIP_ALL),
    MAILED_ONCE_MORE(Turn.RESEND, Turn.SHIP_ALL),
    MAIL_SKIPPED(Turn.SKIP_MAIL, Turn.SHIP_ALL),
    MAIL_SKIPPED_TOO_LATE(Turn.SKIP_MAIL_TOO_LATE, Turn.SHIP_ALL),
    /** Has no outcome: it waits for the warehouse. */
    WAITING(Turn.WAIT);

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
    private final Set<Turn> turns;

    Plot(Turn first, Turn... others) {
        this.turns = EnumSet.of(first, others);
    }

    /** Those that come to an end. */
    public static Plot[] ending() {
        return Arrays.stream(values()).filter(plot -> plot != WAITING).toArray(Plot[]::new);
    }

    boolean has(Turn turn) {
        return turns.contains(turn);
    }

    /** What can happen. */
    enum Turn {
        WAIT,
        SHIP_ALL,
        SHIP_PART,
        RETURN,
        RETURN_EARLY,
        DISCOUNT,
        CANCEL,
        CANCEL_EARLY,
        DECLINE,
        ASK_TOO_MUCH,
        TWO_POOLS,
        EXPIRE,
        FREE,
        REPEAT,
        OTHER_CONTENT,
        SEND_TWICE,
        WRONG_TOTAL,
        UNKNOWN_AUTHORISATION,
        LOST_AUTHORISATION,
        UNKNOWN_CAPTURE,
        FAILED_CAPTURE,
        HOLD,
        GARBAGE,
        NO_ADDRESS,
        SHIP_TOO_EARLY,
        MAIL_TWICE,
        RESEND,
        SKIP_MAIL,
        SKIP_MAIL_TOO_LATE
    }
}
