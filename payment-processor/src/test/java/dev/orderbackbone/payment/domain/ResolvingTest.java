package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.payment.domain.PaymentCase.AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.ResolvePayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResolvingTest {

    @Test
    void aPersonsWordEndsAReview() {
        PaymentCase given = inReview().resolve(AUTHORIZE, "", GatewayOutcome.APPROVED);

        assertThat(given.told())
                .satisfiesExactly(
                        resolved -> assertThat(resolved)
                                .isInstanceOfSatisfying(
                                        PaymentOutcomeResolved.class,
                                        it -> assertThat(it.resolvedBy()).isEqualTo("ann")),
                        authorized -> assertThat(authorized)
                                .isInstanceOfSatisfying(
                                        PaymentAuthorized.class,
                                        it -> assertThat(it.authorizationId()).isEqualTo(AUTHORIZATION)));
    }

    @ParameterizedTest
    @EnumSource(
            value = GatewayOutcome.class,
            names = {"DECLINED", "NOT_FOUND"})
    void whatNeverHappenedIsDeclined(GatewayOutcome outcome) {
        PaymentCase given = inReview().resolve(AUTHORIZE, "", outcome);

        assertThat(given.told()).hasSize(2).last().isInstanceOf(PaymentDeclined.class);
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = GatewayOutcome.class,
            names = {"UNKNOWN", "INVALID", "NO_ANSWER"})
    void otherOutcomesResolveNothing(GatewayOutcome outcome) {
        assertThat(inReview().resolve(AUTHORIZE, "", outcome).ignored()).isEqualTo("not-a-resolution");
    }

    @Test
    void anAuthorizationIsNotFoundApprovedWithoutItsId() {
        PaymentCase given = inReview();

        given.tell(new ResolvePayment(given.meta(), AUTHORIZE, "", GatewayOutcome.APPROVED, null, "a letter", "ann"));

        assertThat(given.ignored()).isEqualTo("authorization-id-missing");
    }

    @Test
    void whatIsNotUnknownIsNotResolved() {
        assertThat(PaymentCase.authorizing(2_500)
                        .resolve(AUTHORIZE, "", GatewayOutcome.DECLINED)
                        .ignored())
                .isEqualTo("not-unknown");
        assertThat(PaymentCase.authorized(2_500)
                        .resolve(AUTHORIZE, "", GatewayOutcome.DECLINED)
                        .ignored())
                .isEqualTo("not-unknown");
        assertThat(PaymentCase.authorized(2_500)
                        .resolve(CAPTURE, "ship-1", GatewayOutcome.DECLINED)
                        .ignored())
                .isEqualTo("unknown-operation");
    }

    @Test
    void theGatewaysLateWordEndsAReviewToo() {
        PaymentCase given = inReview();

        given.answer(given.call(), GatewayOutcome.DECLINED, "no");

        assertThat(given.told()).hasSize(2).last().isInstanceOf(PaymentDeclined.class);
    }

    @Test
    void nothingIsAskedDuringAReview() {
        PaymentCase given = inReview();

        assertThat(given.answer(GatewayOutcome.NOT_FOUND, "").ignored()).isEqualTo("still-unknown");
        assertThat(given.due().ignored()).isEqualTo("not-due");
    }

    private static PaymentCase inReview() {
        PaymentCase given = PaymentCase.authorizing(2_500);
        while (given.payment().nextAt() != null) {
            given.whenDue();
        }
        return given;
    }
}
