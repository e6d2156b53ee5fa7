package dev.orderbackbone.payment.flow;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import org.jspecify.annotations.Nullable;

/** A payment gateway. Each method makes one request and waits for its reply. Thread-safe. */
public interface PaymentGateway {

    /** What came back. */
    sealed interface Reply {
        /**
         * The gateway's word.
         *
         * @param outcome APPROVED, DECLINED, INVALID or NOT_FOUND.
         * @param authorizationId its id of the authorisation; null where it names none.
         * @param amountMinor the amount that it states, minor units.
         * @param code its code; empty on approval.
         */
        record Answered(GatewayOutcome outcome, @Nullable String authorizationId, long amountMinor, String code)
                implements Reply {}

        /**
         * Nothing was done, and it may be tried again: the gateway cannot be reached or takes no more requests now.
         *
         * @param code such as connection-refused.
         */
        record NotDone(String code) implements Reply {}

        /**
         * Nobody knows whether anything was done.
         *
         * @param code such as timeout.
         */
        record Unknown(String code) implements Reply {}
    }

    /** Has the operation of the call done. The gateway does it once however often it is told under the same idempotency key. */
    Reply carryOut(GatewayCall call) throws InterruptedException;

    /** Asks what came of earlier requests with the call's idempotency key. */
    Reply ask(GatewayCall call) throws InterruptedException;
}
