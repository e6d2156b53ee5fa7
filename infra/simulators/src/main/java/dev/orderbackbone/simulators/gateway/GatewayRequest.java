package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import org.jspecify.annotations.Nullable;

/** A request that was understood. Amounts are minor units, 1 to {@link #MAX_AMOUNT_MINOR}. */
sealed interface GatewayRequest {

    /** Low enough that 900,000 of the largest amounts add up within 64 bits. */
    long MAX_AMOUNT_MINOR = 10_000_000_000_000L;

    String idempotencyKey();

    Operation operation();

    /** Whether the entry could have come of this request: what the request says, the entry says too. */
    boolean ledTo(GatewayEntry entry);

    /** Reserve the amount. */
    record Authorize(String idempotencyKey, String reference, long amountMinor, String currency, String paymentMethod)
            implements GatewayRequest {

        @Override
        public Operation operation() {
            return Operation.AUTHORIZE;
        }

        @Override
        public boolean ledTo(GatewayEntry entry) {
            return entry.operation() == Operation.AUTHORIZE
                    && entry.reference().equals(reference)
                    && entry.amountMinor() == amountMinor
                    && entry.currency().equals(currency)
                    && paymentMethod.equals(entry.paymentMethod());
        }
    }

    /** A request about an earlier authorisation. */
    sealed interface OnAuthorization extends GatewayRequest {

        String authorizationId();

        @Nullable
        String reference();

        @Nullable
        String currency();

        @Override
        default boolean ledTo(GatewayEntry entry) {
            return entry.operation() == operation()
                    && entry.authorizationId().equals(authorizationId())
                    && absentOrEqual(reference(), entry.reference())
                    && absentOrEqual(currency(), entry.currency());
        }

        private static boolean absentOrEqual(@Nullable String stated, String recorded) {
            return stated == null || stated.equals(recorded);
        }
    }

    /** Take part of what is reserved. */
    record Capture(
            String idempotencyKey,
            String authorizationId,
            long amountMinor,
            @Nullable String currency,
            @Nullable String reference)
            implements OnAuthorization {

        @Override
        public Operation operation() {
            return Operation.CAPTURE;
        }

        @Override
        public boolean ledTo(GatewayEntry entry) {
            return entry.amountMinor() == amountMinor && OnAuthorization.super.ledTo(entry);
        }
    }

    /** Give back whatever is reserved and not taken. */
    record VoidRest(
            String idempotencyKey,
            String authorizationId,
            @Nullable String currency,
            @Nullable String reference) implements OnAuthorization {

        @Override
        public Operation operation() {
            return Operation.VOID;
        }
    }

    /** Pay back part of what was taken. */
    record Refund(
            String idempotencyKey,
            String authorizationId,
            long amountMinor,
            @Nullable String currency,
            @Nullable String reference)
            implements OnAuthorization {

        @Override
        public Operation operation() {
            return Operation.REFUND;
        }

        @Override
        public boolean ledTo(GatewayEntry entry) {
            return entry.amountMinor() == amountMinor && OnAuthorization.super.ledTo(entry);
        }
    }
}
