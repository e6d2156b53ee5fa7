package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Payment methods that script what happens, like the test cards of real gateways:
 * {@code tok_[capture_|void_|refund_]<fault>[_then_ok]}.
 *
 * <p>Without an operation the authorisation is meant; with {@code _then_ok} only the first attempt with a key is
 * struck, otherwise every attempt. {@code tok_ok} is never struck. Examples: {@code tok_declined},
 * {@code tok_timeout_after_charge}, {@code tok_error_500_then_ok}, {@code tok_capture_declined},
 * {@code tok_refund_reset_after_charge_then_ok}. A scripted request is spared from the faults in percent; any other
 * payment method is exposed to them.
 *
 * @param operation the operation that is struck.
 * @param fault what strikes; null for tok_ok.
 * @param firstOnly whether only the first attempt is struck.
 */
record PaymentToken(Operation operation, @Nullable GatewayFault fault, boolean firstOnly) {

    private static final String PREFIX = "tok_";
    private static final String THEN_OK = "_then_ok";

    /** The script in a payment method; null when it is none. */
    static @Nullable PaymentToken parse(String paymentMethod) {
        if (!paymentMethod.startsWith(PREFIX)) {
            return null;
        }
        if (paymentMethod.equals("tok_ok")) {
            return new PaymentToken(Operation.AUTHORIZE, null, false);
        }
        boolean firstOnly = paymentMethod.endsWith(THEN_OK);
        int end = paymentMethod.length() - (firstOnly ? THEN_OK.length() : 0);
        return parse(paymentMethod.substring(PREFIX.length(), end), firstOnly);
    }

    /** What strikes this attempt of the operation. */
    @Nullable
    GatewayFault strikes(Operation asked, int attempt) {
        return asked == operation && (attempt == 1 || !firstOnly) ? fault : null;
    }

    private static @Nullable PaymentToken parse(String script, boolean firstOnly) {
        for (Operation operation : Operation.values()) {
            String named = operation.name().toLowerCase(Locale.ROOT) + "_";
            if (script.startsWith(named)) {
                return parse(operation, script.substring(named.length()), firstOnly);
            }
        }
        return parse(Operation.AUTHORIZE, script, firstOnly);
    }

    private static @Nullable PaymentToken parse(Operation operation, String name, boolean firstOnly) {
        for (GatewayFault fault : GatewayFault.values()) {
            if (fault.token().equals(name)) {
                return new PaymentToken(operation, fault, firstOnly);
            }
        }
        return null;
    }
}
