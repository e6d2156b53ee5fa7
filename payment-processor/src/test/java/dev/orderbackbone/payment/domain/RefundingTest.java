package dev.orderbackbone.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.RefundPayment;
import org.junit.jupiter.api.Test;

class RefundingTest {

    @Test
    void paysBackPartOfWhatIsCaptured() {
        PaymentCase given = captured(1_000).refund("return-1", 400).approve();

        assertThat(given.told()).singleElement().isInstanceOfSatisfying(PaymentRefunded.class, refunded -> {
            assertThat(refunded.refundId()).isEqualTo("return-1");
            assertThat(refunded.amountMinor()).isEqualTo(400);
        });
    }

    @Test
    void paysBackNoMoreThanIsCaptured() {
        PaymentCase given = captured(1_000).refund("return-1", 700);

        assertFailed(given.refund("return-2", 301), "exceeds-capture");
        assertThat(given.refund("return-3", 300).call().operationId()).isEqualTo("return-3");
    }

    @Test
    void paysBackNothingThatMayNotHaveBeenCaptured() {
        assertFailed(PaymentCase.authorized(2_500).capture("ship-1", 1_000).refund("return-1", 1), "exceeds-capture");
    }

    @Test
    void paysBackNothingInAnotherCurrency() {
        PaymentCase given = captured(1_000);

        assertFailed(given.tell(new RefundPayment(given.meta(), "return-1", 100, "USD")), "other-currency");
    }

    @Test
    void thatWasRefusedMayBeAskedForAgainOnceThereIsEnough() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).refund("return-1", 400);
        assertFailed(given, "exceeds-capture");

        given.answer(given.call(), GatewayOutcome.APPROVED, "");
        given.refund("return-1", 400);

        assertThat(given.call().operationId()).isEqualTo("return-1");
    }

    private static PaymentCase captured(long amountMinor) {
        return PaymentCase.authorized(2_500).capture("ship-1", amountMinor).approve();
    }

    private static void assertFailed(PaymentCase given, String code) {
        assertThat(given.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentRefundFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(code));
    }
}
