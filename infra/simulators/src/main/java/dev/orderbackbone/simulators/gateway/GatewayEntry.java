package dev.orderbackbone.simulators.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the gateway's ledger: what it did, or refused to do, for one idempotency key.
 *
 * @param sequence 1, 2, ... without gaps.
 * @param time when, to the millisecond.
 * @param idempotencyKey the request's.
 * @param operation what was asked for.
 * @param id the gateway's id of this entry: auth_, cap_, void_, ref_ or refused_ and the sequence.
 * @param reference the order id; empty where a refused request named none and none is known.
 * @param authorizationId of the authorisation that this is or belongs to; as the request named it where unknown.
 * @param amountMinor amount moved or refused, minor units; of a void: what was given back.
 * @param currency ISO 4217 code; empty where a refused request named none and none is known.
 * @param paymentMethod token; for AUTHORIZE only.
 * @param status APPROVED: money moved. DECLINED: executed, and the issuer said no. REFUSED: against the rules.
 * @param code approved, or why not.
 */
public record GatewayEntry(
        long sequence,
        Instant time,
        String idempotencyKey,
        Operation operation,
        String id,
        String reference,
        String authorizationId,
        long amountMinor,
        String currency,
        @Nullable String paymentMethod,
        Status status,
        String code) {

    /** The code of every approved entry. */
    public static final String APPROVED_CODE = "approved";

    /** What a gateway can be asked to do. */
    public enum Operation {
        AUTHORIZE("auth_"),
        CAPTURE("cap_"),
        VOID("void_"),
        REFUND("ref_");

        private final String idPrefix;

        Operation(String idPrefix) {
            this.idPrefix = idPrefix;
        }

        String idPrefix() {
            return idPrefix;
        }
    }

    /** What came of it. */
    public enum Status {
        APPROVED,
        DECLINED,
        REFUSED
    }

    /** Whether the gateway executed it: an {@code effect} line, not a {@code refusal} line. */
    public boolean isEffect() {
        return status != Status.REFUSED;
    }

    /** Whether money was reserved, moved or given back. */
    public boolean approved() {
        return status == Status.APPROVED;
    }
}
