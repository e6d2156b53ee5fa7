package dev.orderbackbone.simulators.gateway;

import java.util.Locale;

/** The rules that a well-formed request can break, and how that is answered. */
enum Refusal {
    UNKNOWN_AUTHORIZATION(404, "no authorisation has this id"),
    AUTHORIZATION_NOT_APPROVED(422, "the authorisation was declined"),
    AUTHORIZATION_VOIDED(422, "what was not captured has been voided"),
    REFERENCE_MISMATCH(422, "the authorisation has another reference"),
    CURRENCY_MISMATCH(422, "the authorisation has another currency"),
    CAPTURE_EXCEEDS_AUTHORIZATION(422, "the captures would exceed the authorised amount"),
    NOTHING_TO_VOID(422, "everything authorised has been captured or voided"),
    REFUND_EXCEEDS_CAPTURE(422, "the refunds would exceed the captured amount");

    private final int status;
    private final String meaning;

    Refusal(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String meaningOf(String code) {
        return of(code).meaning;
    }

    static int statusOf(String code) {
        return of(code).status;
    }

    private static Refusal of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
