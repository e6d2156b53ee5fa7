package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.faults.FaultKind;

/**
 * How a gateway call can go wrong. A decline goes together with any other; of the others, when several strike, the
 * first in this order counts.
 */
public enum GatewayFault implements FaultKind {
    DECLINE("declined", "authorisations that the issuer declines; the same at every attempt"),
    SLOW_BEFORE_CHARGE("slow_before_charge", "requests executed only after GATEWAY_SLOW_MS: asked early, unknown"),
    SLOW_AFTER_CHARGE("slow", "requests executed at once and answered after GATEWAY_SLOW_MS"),
    TIMEOUT_BEFORE_CHARGE("timeout_before_charge", "requests neither executed nor answered"),
    TIMEOUT_AFTER_CHARGE("timeout_after_charge", "requests executed and not answered"),
    ERROR_BEFORE_CHARGE("error_500", "requests answered 500 and not executed"),
    ERROR_AFTER_CHARGE("error_500_after_charge", "requests executed and answered 500"),
    RESET_BEFORE_CHARGE("reset_before_charge", "requests not executed whose connection is reset"),
    RESET_AFTER_CHARGE("reset_after_charge", "requests executed whose connection is reset"),
    DUPLICATE_ANSWER("duplicate_answer", "requests answered twice on the same connection");

    private final String token;
    private final String meaning;

    GatewayFault(String token, String meaning) {
        this.token = token;
        this.meaning = meaning;
    }

    /** The part of a payment method token that asks for this fault; see {@link PaymentToken}. */
    String token() {
        return token;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
