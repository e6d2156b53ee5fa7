package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.payment.domain.PaymentCase.AUTHORIZATION;
import static dev.orderbackbone.payment.domain.PaymentCase.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The decider has lost its memory and reads commands and answers from the beginning: no money may move a second time. */
class LogReadAgainTest {
    private static final Duration KEY_DIES = Duration.ofHours(24);

    @Test
    void callsForNothingWhoseIdempotencyKeyMayBeDead() {
        PaymentCase given = new PaymentCase();
        Meta longAgo = given.meta();
        given.after(KEY_DIES.minusSeconds(60)).tell(new AuthorizePayment(longAgo, 2_500, EUR, "tok_1"));

        assertThat(given.callCount()).isZero();
        assertThat(given.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentDeclined.class,
                        declined -> assertThat(declined.code()).isEqualTo("too-late"));
        assertThat(given.payment().nextAt()).isNull();
    }

    @Test
    void callsWithTheSameKeyWhileItLivesAndCountsItsLifeFromTheCommand() {
        PaymentCase given = new PaymentCase();
        Meta earlier = given.meta();
        given.after(KEY_DIES.minusSeconds(61)).tell(new AuthorizePayment(earlier, 2_500, EUR, "tok_1"));

        assertThat(given.call().idempotencyKey()).isEqualTo("order-1:authorize");
        given.answer(GatewayOutcome.NOT_FOUND, "circuit-open").whenDue();
        assertThat(given.callCount()).isOne();
        assertThat(given.status(AUTHORIZE, "")).isEqualTo(OperationStatus.REVIEW);
    }

    @Test
    void believesTheRecordedAnswersToEarlierCalls() {
        PaymentCase given = new PaymentCase();
        Message authorize = new AuthorizePayment(given.meta(), 2_500, EUR, "tok_1");
        Message authorized = recorded(given.meta(), AUTHORIZE, "", 2_500);
        Message capture = new CapturePayment(given.meta(), "s1", 1_000, EUR);
        Message captured = recorded(given.meta(), CAPTURE, "s1", 1_000);

        given.after(Duration.ofDays(3)).tell(authorize).tell(authorized);
        assertThat(given.told()).singleElement().isInstanceOf(PaymentAuthorized.class);
        given.tell(capture);
        assertThat(given.told()).singleElement().isInstanceOf(PaymentCaptureFailed.class);
        given.tell(captured);
        assertThat(given.told()).singleElement().isInstanceOf(PaymentCaptured.class);
        assertThat(given.callCount()).isZero();
    }

    @Test
    void voidsNothingThatWasToBeVoidedLongAgoUntilItIsCommandedAnew() {
        PaymentCase given = PaymentCase.authorized(2_500);
        Meta longAgo = given.meta();
        int calls = given.callCount();

        given.after(Duration.ofDays(3)).tell(new VoidPayment(longAgo, "REQUESTED"));
        assertThat(given.told()).singleElement().isInstanceOf(PaymentVoidFailed.class);
        assertThat(given.callCount()).isEqualTo(calls);

        assertThat(given.giveBack().told()).singleElement().isInstanceOf(GatewayCall.class);
    }

    private static GatewayAnswer recorded(Meta meta, GatewayOperation operation, String id, long amountMinor) {
        return new GatewayAnswer(
                meta, new UUID(1, 1), operation, id, GatewayOutcome.APPROVED, AUTHORIZATION, amountMinor, "");
    }
}
