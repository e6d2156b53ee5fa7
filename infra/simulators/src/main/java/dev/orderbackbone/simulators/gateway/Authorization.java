package dev.orderbackbone.simulators.gateway;

/**
 * What has become of an authorised amount so far, all in minor units: captured + voided never exceed it, refunded
 * never exceeds captured.
 */
record Authorization(
        String id,
        String reference,
        String currency,
        String paymentMethod,
        boolean approved,
        long amountMinor,
        long capturedMinor,
        long voidedMinor,
        long refundedMinor) {

    long restMinor() {
        return amountMinor - capturedMinor - voidedMinor;
    }

    long refundableMinor() {
        return capturedMinor - refundedMinor;
    }

    /** The authorisation after the entry happened to it. */
    Authorization after(GatewayEntry entry) {
        if (!entry.approved()) {
            return this;
        }
        long amount = entry.amountMinor();
        return switch (entry.operation()) {
            case AUTHORIZE -> this;
            case CAPTURE -> with(capturedMinor + amount, voidedMinor, refundedMinor);
            case VOID -> with(capturedMinor, voidedMinor + amount, refundedMinor);
            case REFUND -> with(capturedMinor, voidedMinor, refundedMinor + amount);
        };
    }

    private Authorization with(long captured, long voided, long refunded) {
        return new Authorization(
                id, reference, currency, paymentMethod, approved, amountMinor, captured, voided, refunded);
    }
}
