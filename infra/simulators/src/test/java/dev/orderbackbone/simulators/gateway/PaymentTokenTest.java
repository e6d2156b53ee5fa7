package dev.orderbackbone.simulators.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTokenTest {

    @ParameterizedTest
    @CsvSource({
        "tok_ok,                                AUTHORIZE,,                     false",
        "tok_declined,                          AUTHORIZE, DECLINE,             false",
        "tok_slow,                              AUTHORIZE, SLOW_AFTER_CHARGE,   false",
        "tok_timeout_after_charge,              AUTHORIZE, TIMEOUT_AFTER_CHARGE,false",
        "tok_timeout_before_charge,             AUTHORIZE, TIMEOUT_BEFORE_CHARGE,false",
        "tok_error_500_then_ok,                 AUTHORIZE, ERROR_BEFORE_CHARGE, true",
        "tok_error_500_after_charge,            AUTHORIZE, ERROR_AFTER_CHARGE,  false",
        "tok_capture_declined,                  CAPTURE,   DECLINE,             false",
        "tok_void_error_500,                    VOID,      ERROR_BEFORE_CHARGE, false",
        "tok_refund_reset_after_charge_then_ok, REFUND,    RESET_AFTER_CHARGE,  true"
    })
    void isAScript(String paymentMethod, Operation operation, @Nullable GatewayFault fault, boolean firstOnly) {
        assertThat(PaymentToken.parse(paymentMethod)).isEqualTo(new PaymentToken(operation, fault, firstOnly));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultHasATokenForEveryOperation(GatewayFault fault) {
        assertThat(PaymentToken.parse("tok_" + fault.token()))
                .isEqualTo(new PaymentToken(Operation.AUTHORIZE, fault, false));
        assertThat(PaymentToken.parse("tok_refund_" + fault.token() + "_then_ok"))
                .isEqualTo(new PaymentToken(Operation.REFUND, fault, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"visa", "tok_", "tok_visa", "TOK_DECLINED", "tok_declined_", "tok_capture_", "pm_tok_ok"})
    void isNoScript(String paymentMethod) {
        assertThat(PaymentToken.parse(paymentMethod)).isNull();
    }

    @Test
    void strikesItsOperationOnly() {
        PaymentToken token = new PaymentToken(Operation.CAPTURE, GatewayFault.DECLINE, false);

        assertThat(token.strikes(Operation.AUTHORIZE, 1)).isNull();
        assertThat(token.strikes(Operation.CAPTURE, 1)).isEqualTo(GatewayFault.DECLINE);
        assertThat(token.strikes(Operation.CAPTURE, 9)).isEqualTo(GatewayFault.DECLINE);
    }

    @Test
    void thenOkStrikesTheFirstAttemptOnly() {
        PaymentToken token = new PaymentToken(Operation.AUTHORIZE, GatewayFault.ERROR_BEFORE_CHARGE, true);

        assertThat(token.strikes(Operation.AUTHORIZE, 1)).isEqualTo(GatewayFault.ERROR_BEFORE_CHARGE);
        assertThat(token.strikes(Operation.AUTHORIZE, 2)).isNull();
    }
}
