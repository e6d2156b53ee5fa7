package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.payment.domain.PaymentCase.AUTHORIZATION;
import static dev.orderbackbone.payment.domain.PaymentCase.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizingTest {

    @Test
    void callsTheGatewayOnce() {
        PaymentCase given = PaymentCase.authorizing(2_500);

        GatewayCall call = given.call();
        assertThat(given.told()).containsExactly(call);
        assertThat(call.callId()).isEqualTo(call.meta().eventId());
        assertThat(call.idempotencyKey()).isEqualTo("order-1:authorize");
        assertThat(call.ask()).isFalse();
        assertThat(call.attempt()).isEqualTo(1);
        assertThat(call.amountMinor()).isEqualTo(2_500);
        assertThat(call.currency()).isEqualTo(EUR);
        assertThat(call.paymentMethod()).isEqualTo("tok_1");
        assertThat(call.authorizationId()).isNull();
        assertThat(call.answerBy()).isEqualTo(given.now().plusSeconds(60));
    }

    @Test
    void makesTheSameIdsWhenDecidedAgain() {
        PaymentCase first = new PaymentCase();
        PaymentCase second = new PaymentCase();
        Message command = new AuthorizePayment(first.meta(), 2_500, EUR, "tok_1");

        assertThat(first.tell(command).told()).isEqualTo(second.tell(command).told());
    }

    @Test
    void isNotAskedForTwice() {
        assertThat(PaymentCase.authorizing(2_500).authorize(2_500).ignored()).isEqualTo("duplicate");
        assertThat(PaymentCase.authorized(2_500).authorize(9_999).ignored()).isEqualTo("duplicate");
    }

    @Test
    void refusesAmountsThatAreNotPositive() {
        PaymentCase given = PaymentCase.authorizing(0);

        assertThat(given.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentDeclined.class,
                        declined -> assertThat(declined.code()).isEqualTo("amount-not-positive"));
        assertThat(given.payment().nextAt()).isNull();
    }

    @Test
    void ofARecordWithAnotherKeyIsIgnored() {
        PaymentCase given = new PaymentCase();
        Meta other = new Meta(
                given.meta().eventId(), "order-2", 0, given.now(), given.meta().eventId(), "store-1");

        assertThat(given.tell(new AuthorizePayment(other, 2_500, EUR, "tok_1")).ignored())
                .isEqualTo("key-is-not-order-id");
    }

    @Test
    void thatIsApprovedIsTold() {
        PaymentCase given = PaymentCase.authorizing(2_500).approve();

        assertThat(given.told()).singleElement().isInstanceOfSatisfying(PaymentAuthorized.class, authorized -> {
            assertThat(authorized.amountMinor()).isEqualTo(2_500);
            assertThat(authorized.authorizationId()).isEqualTo(AUTHORIZATION);
            assertThat(authorized.meta().causationId())
                    .isNotEqualTo(authorized.meta().eventId());
        });
        assertThat(given.payment().nextAt()).isNull();
        assertThat(given.approve().ignored()).isEqualTo("duplicate");
    }

    @Test
    void thatIsDeclinedOrInvalidIsTold() {
        assertThat(PaymentCase.authorizing(2_500).decline("insufficient_funds").told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentDeclined.class,
                        declined -> assertThat(declined.code()).isEqualTo("insufficient_funds"));
        assertThat(PaymentCase.authorizing(2_500)
                        .answer(GatewayOutcome.INVALID, "unknown_token")
                        .told())
                .singleElement()
                .isInstanceOf(PaymentDeclined.class);
    }

    @Test
    void withoutAnAnswerInTimeIsUnknown() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue();

        assertUnknown(given.told());
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.UNKNOWN);
        assertThat(given.payment().nextAt()).isEqualTo(given.now().plusSeconds(30));
    }

    @Test
    void thatNobodyKnowsOfIsUnknownAtOnce() {
        PaymentCase given = PaymentCase.authorizing(2_500).answer(GatewayOutcome.NO_ANSWER, "timeout");

        assertUnknown(given.told());
    }

    @Test
    void thatANewerReleaseAnsweredInItsOwnWordsIsUnknown() {
        assertUnknown(PaymentCase.authorizing(2_500)
                .answer(GatewayOutcome.UNKNOWN, "")
                .told());
    }

    @Test
    void asksAboutAnUnknownOutcomeOnSchedule() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue();

        assertThat(given.call().ask()).isTrue();
        assertThat(given.call().idempotencyKey()).isEqualTo("order-1:authorize");
        assertThat(given.payment().nextAt()).isEqualTo(given.now().plus(Duration.ofMinutes(2)));
    }

    @Test
    void toldOfWhenAskedIsResolvedFirst() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue().approve();

        assertThat(given.told())
                .satisfiesExactly(
                        resolved -> assertThat(resolved).isInstanceOfSatisfying(PaymentOutcomeResolved.class, it -> {
                            assertThat(it.outcome()).isEqualTo(GatewayOutcome.APPROVED);
                            assertThat(it.resolvedBy()).isEqualTo("gateway");
                        }),
                        authorized -> assertThat(authorized).isInstanceOf(PaymentAuthorized.class));
    }

    @Test
    void thatTheGatewayHasNeverSeenIsCalledForAgainWithTheSameKey() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue().answer(GatewayOutcome.NOT_FOUND, "");

        assertThat(given.told()).containsExactly(given.call());
        assertThat(given.call().ask()).isFalse();
        assertThat(given.call().attempt()).isEqualTo(2);
        assertThat(given.call().idempotencyKey()).isEqualTo(given.call(0).idempotencyKey());
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.UNKNOWN);
    }

    @Test
    void thatWasCertainlyNotSentStaysRequestedAndIsCalledForAgainAtItsDeadline() {
        PaymentCase given = PaymentCase.authorizing(2_500).answer(GatewayOutcome.NOT_FOUND, "not-sent");
        assertThat(given.told()).isEmpty();

        given.whenDue();

        assertThat(given.told()).containsExactly(given.call());
        assertThat(given.call().attempt()).isEqualTo(2);
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REQUESTED);
    }

    @Test
    void thatCanNotBeSentForADayIsForAPerson() {
        PaymentCase given = PaymentCase.authorizing(2_500);
        while (given.payment().nextAt() != null) {
            given.answer(GatewayOutcome.NOT_FOUND, "not-sent").whenDue();
        }

        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REVIEW);
        assertThat(given.callCount()).isEqualTo(1_439);
    }

    @Test
    void thatNobodyCanTellAfterADayIsForAPerson() {
        PaymentCase given = PaymentCase.authorizing(2_500);
        while (given.payment().nextAt() != null) {
            given.whenDue();
        }

        assertThat(given.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentOutcomeUnknown.class,
                        unknown -> assertThat(unknown.reviewRequired()).isTrue());
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REVIEW);
        assertThat(given.callCount()).isEqualTo(1 + 7);
    }

    @Test
    void isNotCalledForAgainWhenItsKeyIsAboutToDie() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue();

        given.after(Duration.ofHours(24)).answer(GatewayOutcome.NOT_FOUND, "");

        assertThat(given.told()).singleElement().isInstanceOf(PaymentOutcomeUnknown.class);
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REVIEW);
    }

    @Test
    void answeredLateIsStillAnswered() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue();

        given.answer(given.call(0), GatewayOutcome.APPROVED, "");

        assertThat(given.told()).hasSize(2);
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.APPROVED);
    }

    @Test
    void takesNoNotFoundForAnAnswerButTheLatestCalls() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue();
        GatewayCall ask = given.call();
        given.answer(ask, GatewayOutcome.NOT_FOUND, "");

        assertThat(given.answer(ask, GatewayOutcome.NOT_FOUND, "").ignored()).isEqualTo("of-another-call");
        assertThat(given.answer(given.call(0), GatewayOutcome.NO_ANSWER, "").ignored())
                .isEqualTo("of-another-call");
    }

    @Test
    void goesOnAskingWhenTheAskingGetsNoAnswer() {
        PaymentCase given = PaymentCase.authorizing(2_500).whenDue().whenDue();

        assertThat(given.answer(GatewayOutcome.NO_ANSWER, "timeout").ignored()).isEqualTo("still-unknown");
        assertThat(given.whenDue().call().ask()).isTrue();
    }

    @Test
    void approvedWithAnotherAmountIsForAPerson() {
        PaymentCase given = PaymentCase.authorizing(2_500);

        given.answer(given.call(), GatewayOutcome.APPROVED, "", 2_400, AUTHORIZATION);

        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REVIEW);
    }

    @Test
    void approvedWithoutAnIdIsForAPerson() {
        PaymentCase given = PaymentCase.authorizing(2_500);

        given.answer(given.call(), GatewayOutcome.APPROVED, "", 2_500, null);

        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REVIEW);
    }

    @Test
    void approvedTwiceUnderDifferentIdsIsCountedApart() {
        PaymentCase given = PaymentCase.authorized(2_500);

        given.answer(given.call(), GatewayOutcome.APPROVED, "", 2_500, "auth_2");

        assertThat(given.ignored()).isEqualTo("other-authorization");
    }

    @Test
    void answersAboutNothingThatIsKnownAreIgnored() {
        PaymentCase other = PaymentCase.authorizing(2_500);
        PaymentCase given = new PaymentCase();

        assertThat(given.answer(other.call(), GatewayOutcome.APPROVED, "").ignored())
                .isEqualTo("unknown-payment");
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        PaymentCase given =
                PaymentCase.authorizing(2_500).after(Duration.ofSeconds(59)).due();

        assertThat(given.ignored()).isEqualTo("not-due");
    }

    private static void assertUnknown(List<Message> told) {
        assertThat(told).singleElement().isInstanceOfSatisfying(PaymentOutcomeUnknown.class, unknown -> {
            assertThat(unknown.operation()).isEqualTo(AUTHORIZE);
            assertThat(unknown.amountMinor()).isEqualTo(2_500);
            assertThat(unknown.reviewRequired()).isFalse();
        });
    }
}
