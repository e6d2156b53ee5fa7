package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.payment.domain.PaymentCase.AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CapturingTest {

    @Test
    void takesPartOfWhatIsAuthorized() {
        PaymentCase given = PaymentCase.authorized(2_500).capture("ship-1", 1_000);

        assertThat(given.call().operation()).isEqualTo(CAPTURE);
        assertThat(given.call().operationId()).isEqualTo("ship-1");
        assertThat(given.call().authorizationId()).isEqualTo(AUTHORIZATION);
        assertThat(given.call().paymentMethod()).isNull();
        assertThat(given.approve().told()).singleElement().isInstanceOfSatisfying(PaymentCaptured.class, captured -> {
            assertThat(captured.captureId()).isEqualTo("ship-1");
            assertThat(captured.amountMinor()).isEqualTo(1_000);
        });
    }

    @Test
    void takesTheWholeAmountInParts() {
        PaymentCase given = PaymentCase.authorized(2_500)
                .capture("ship-1", 1_000)
                .approve()
                .capture("ship-2", 1_500)
                .approve();

        assertThat(given.told()).singleElement().isInstanceOf(PaymentCaptured.class);
        assertFailed(given.capture("ship-3", 1), "exceeds-authorization");
    }

    @Test
    void countsWhatMightBeTakenAlready() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 2_000).whenDue();
        assertThat(given.told()).singleElement().isInstanceOf(PaymentOutcomeUnknown.class);

        assertFailed(given.capture("ship-2", 501), "exceeds-authorization");
        assertThat(given.capture("ship-3", 500).call().operationId()).isEqualTo("ship-3");
    }

    @Test
    void doesNotOverflow() {
        PaymentCase given = PaymentCase.authorized(Long.MAX_VALUE).capture("ship-1", Long.MAX_VALUE);

        assertThat(given.call().operationId()).isEqualTo("ship-1");
        assertFailed(given.capture("ship-2", Long.MAX_VALUE), "exceeds-authorization");
        assertFailed(given.capture("ship-3", Long.MIN_VALUE), "amount-not-positive");
    }

    @Test
    void takesNothingThatIsNotAuthorized() {
        assertFailed(new PaymentCase().capture("ship-1", 100), "not-authorized");
        assertFailed(PaymentCase.authorizing(2_500).capture("ship-1", 100), "not-authorized");
        assertFailed(PaymentCase.authorizing(2_500).decline("no").capture("ship-1", 100), "not-authorized");
    }

    @Test
    void takesNothingInAnotherCurrency() {
        PaymentCase given = PaymentCase.authorized(2_500);

        assertFailed(given.tell(new CapturePayment(given.meta(), "ship-1", 100, "JPY")), "other-currency");
    }

    @Test
    void takesNothingOnceTheRestIsGivenBack() {
        assertFailed(PaymentCase.authorized(2_500).giveBack().capture("ship-1", 100), "voided");
    }

    @Test
    void isIdempotentByItsId() {
        PaymentCase given = PaymentCase.authorized(2_500).capture("ship-1", 1_000);

        assertThat(given.capture("ship-1", 1_000).ignored()).isEqualTo("duplicate");
        assertThat(given.approve().capture("ship-1", 1_000).ignored()).isEqualTo("duplicate");
        assertThat(given.callCount()).isEqualTo(2);
    }

    @Test
    void thatTheGatewayDeclinedIsTriedAgainOnCommandWithANewKey() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).decline("expired");
        assertFailed(given, "expired");

        given.capture("ship-1", 1_000);

        assertThat(given.call().idempotencyKey()).isEqualTo("order-1:capture-2:ship-1");
        assertThat(given.approve().told()).singleElement().isInstanceOf(PaymentCaptured.class);
    }

    @Test
    void aRepeatedAnswerOfTheRoundBeforeSaysNothingOfThisOne() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).decline("expired");
        GatewayCall firstRound = given.call();
        given.capture("ship-1", 1_000);

        given.answer(firstRound, GatewayOutcome.DECLINED, "expired");

        assertThat(given.ignored()).isEqualTo("of-another-call");
        assertThat(given.status(CAPTURE, "ship-1")).isEqualTo(OperationStatus.REQUESTED);
    }

    @Test
    void thatFailedIsNotTriedAgainByTheSameCommand() {
        PaymentCase given = PaymentCase.authorized(2_500);
        CapturePayment command = new CapturePayment(given.meta(), "ship-1", 1_000, "EUR");
        given.tell(command).decline("expired");

        assertThat(given.tell(command).ignored()).isEqualTo("duplicate");
    }

    @Test
    void thatFailedIsNotTriedAgainWithAnotherAmount() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).decline("expired");

        assertThat(given.capture("ship-1", 1_001).ignored()).isEqualTo("other-content");
    }

    @Test
    void foundNotDoneByAPersonKeepsItsKeyWhileThatLives() {
        PaymentCase given = PaymentCase.authorized(2_500)
                .capture("ship-1", 1_000)
                .whenDue()
                .resolve(CAPTURE, "ship-1", GatewayOutcome.NOT_FOUND);
        assertFailed(given, "not-found");

        given.capture("ship-1", 1_000);

        assertThat(given.call().idempotencyKey()).isEqualTo("order-1:capture:ship-1");
    }

    @Test
    void foundNotDoneByAPersonAfterItsKeyDiedGetsANewKey() {
        PaymentCase given = PaymentCase.authorized(2_500).capture("ship-1", 1_000);
        while (given.payment().nextAt() != null) {
            given.whenDue();
        }

        given.resolve(CAPTURE, "ship-1", GatewayOutcome.NOT_FOUND)
                .after(Duration.ofDays(3))
                .capture("ship-1", 1_000);

        assertThat(given.call().idempotencyKey()).isEqualTo("order-1:capture-2:ship-1");
        assertThat(given.payment().nextAt()).isAfter(given.now());
    }

    @Test
    void thatSucceedsAfterAllIsToldThoughAPersonHadGivenItUp() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).whenDue();
        GatewayCall call = given.call();
        given.resolve(CAPTURE, "ship-1", GatewayOutcome.DECLINED);

        given.answer(call, GatewayOutcome.APPROVED, "");

        assertThat(given.told()).singleElement().isInstanceOf(PaymentCaptured.class);
    }

    private static void assertFailed(PaymentCase given, String code) {
        assertThat(given.told().getLast())
                .isInstanceOfSatisfying(
                        PaymentCaptureFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(code));
    }
}
