package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;
import static dev.orderbackbone.payment.domain.PaymentCase.AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import org.junit.jupiter.api.Test;

class VoidingTest {

    @Test
    void givesBackWhatIsAuthorized() {
        PaymentCase given = PaymentCase.authorized(2_500).giveBack();

        assertThat(given.call().operation()).isEqualTo(VOID);
        assertThat(given.call().authorizationId()).isEqualTo(AUTHORIZATION);
        assertThat(given.call().amountMinor()).isEqualTo(2_500);
        assertVoided(given.approve(), 2_500);
    }

    @Test
    void givesBackOnlyWhatIsNotCaptured() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).approve().giveBack();

        assertVoided(given.approve(), 1_500);
    }

    @Test
    void waitsForCapturesThatAreUnderWay() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).giveBack();
        assertThat(given.told()).isEmpty();

        given.approve();

        assertThat(given.told())
                .satisfiesExactly(
                        captured -> assertThat(captured).isInstanceOf(PaymentCaptured.class),
                        call -> assertThat(call)
                                .isInstanceOfSatisfying(
                                        GatewayCall.class,
                                        it -> assertThat(it.amountMinor()).isEqualTo(1_500)));
    }

    @Test
    void waitsForCapturesThatNobodyKnowsOf() {
        PaymentCase given =
                PaymentCase.authorized(2_500).capture("ship-1", 1_000).whenDue().giveBack();
        assertThat(given.told()).isEmpty();

        given.whenDue().decline("expired");

        assertThat(given.call().operation()).isEqualTo(VOID);
        assertVoided(given.approve(), 2_500);
    }

    @Test
    void ofNothingIsDoneAtOnce() {
        assertVoided(new PaymentCase().giveBack(), 0);
        assertVoided(PaymentCase.authorizing(2_500).decline("no").giveBack(), 0);
        assertVoided(
                PaymentCase.authorized(2_500).capture("ship-1", 2_500).approve().giveBack(), 0);
    }

    @Test
    void whileAuthorizingIsRememberedUntilTheAnswer() {
        PaymentCase given = PaymentCase.authorizing(2_500).giveBack();
        assertThat(given.told()).isEmpty();

        given.approve();

        assertThat(given.told())
                .satisfiesExactly(
                        authorized -> assertThat(authorized).isInstanceOf(PaymentAuthorized.class),
                        call -> assertThat(call).isEqualTo(given.call()));
        assertVoided(given.approve(), 2_500);
    }

    @Test
    void whileAuthorizingEndsWithADecline() {
        PaymentCase given = PaymentCase.authorizing(2_500).giveBack().decline("no");

        assertThat(given.told())
                .satisfiesExactly(
                        declined -> assertThat(declined).isInstanceOf(PaymentDeclined.class),
                        VoidingTest::assertNothingVoided);
    }

    @Test
    void whileNobodyKnowsWaitsForTheOutcome() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().giveBack();
        assertThat(given.told()).isEmpty();

        given.resolve(AUTHORIZE, "", GatewayOutcome.APPROVED);

        assertThat(given.call().operation()).isEqualTo(VOID);
    }

    @Test
    void thatWasAnsweredIsDoneAgainForAnAuthorizationThatTurnsUpLate() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue();
        GatewayCall call = given.call();
        given.resolve(AUTHORIZE, "", GatewayOutcome.DECLINED).giveBack();
        assertVoided(given, 0);

        given.answer(call, GatewayOutcome.APPROVED, "");

        assertThat(given.told())
                .satisfiesExactly(
                        authorized -> assertThat(authorized).isInstanceOf(PaymentAuthorized.class),
                        voiding -> assertThat(voiding).isEqualTo(given.call()));
        assertVoided(given.approve(), 2_500);
    }

    @Test
    void isNotAskedForTwice() {
        assertThat(PaymentCase.authorized(2_500).giveBack().giveBack().ignored())
                .isEqualTo("duplicate");
        assertThat(PaymentCase.authorizing(2_500).giveBack().giveBack().ignored())
                .isEqualTo("duplicate");
        assertThat(PaymentCase.authorized(2_500).giveBack().approve().giveBack().ignored())
                .isEqualTo("duplicate");
    }

    @Test
    void thatTheGatewayDeclinedIsTriedAgainOnCommand() {
        PaymentCase given = PaymentCase.authorized(2_500).giveBack().decline("not_possible");
        assertThat(given.told()).singleElement().isInstanceOf(PaymentVoidFailed.class);

        given.giveBack();

        assertThat(given.call().idempotencyKey()).isEqualTo("order-1:void-2");
        assertVoided(given.approve(), 2_500);
    }

    @Test
    void comesBeforeTheAuthorizationAndPreventsIt() {
        PaymentCase given = new PaymentCase().giveBack().authorize(2_500);

        assertThat(given.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentDeclined.class,
                        declined -> assertThat(declined.code()).isEqualTo("voided"));
        assertThat(given.callCount()).isZero();
    }

    @Test
    void doesNotHinderRefunds() {
        PaymentCase given = PaymentCase.authorized(2_500)
                .capture("ship-1", 1_000)
                .approve()
                .giveBack()
                .refund("return-1", 400);

        assertThat(given.call().operationId()).isEqualTo("return-1");
    }

    private static void assertVoided(PaymentCase given, long amountMinor) {
        assertThat(given.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentVoided.class,
                        voided -> assertThat(voided.amountMinor()).isEqualTo(amountMinor));
    }

    private static void assertNothingVoided(Message message) {
        assertThat(message)
                .isInstanceOfSatisfying(
                        PaymentVoided.class,
                        voided -> assertThat(voided.amountMinor()).isZero());
    }
}
