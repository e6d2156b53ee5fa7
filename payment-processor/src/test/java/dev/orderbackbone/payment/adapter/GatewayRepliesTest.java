package dev.orderbackbone.payment.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.payment.Calls;
import dev.orderbackbone.payment.adapter.GatewayReplies.Response;
import dev.orderbackbone.payment.flow.PaymentGateway.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayRepliesTest {
    private static final GatewayCall AUTHORIZE = Calls.authorize("order-1", "tok_ok");
    private static final GatewayCall CAPTURE = Calls.capture("order-1", "ship-1", "auth_7", 1_000);

    @Test
    void anApprovedAuthorizationCarriesItsIdAndAmount() {
        assertThat(order(AUTHORIZE, 201, word(AUTHORIZE, "APPROVED", "approved")))
                .isEqualTo(new Reply.Answered(GatewayOutcome.APPROVED, "auth_7", 2_500, ""));
    }

    @Test
    void anApprovedCaptureCarriesTheAuthorizationsId() {
        assertThat(order(CAPTURE, 201, word(CAPTURE, "APPROVED", "approved")))
                .isEqualTo(new Reply.Answered(GatewayOutcome.APPROVED, "auth_7", 2_500, ""));
    }

    @Test
    void aDeclineAndARefusalCarryTheirCodes() {
        assertThat(order(AUTHORIZE, 201, word(AUTHORIZE, "DECLINED", "insufficient_funds")))
                .isEqualTo(new Reply.Answered(GatewayOutcome.DECLINED, null, 2_500, "insufficient_funds"));
        assertThat(order(CAPTURE, 422, "{\"code\":\"capture_exceeds_authorization\"}"))
                .isEqualTo(new Reply.Answered(GatewayOutcome.INVALID, null, 1_000, "capture_exceeds_authorization"));
        assertThat(order(CAPTURE, 404, "{\"code\":\"unknown_authorization\"}"))
                .isEqualTo(new Reply.Answered(GatewayOutcome.INVALID, null, 1_000, "unknown_authorization"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 405, 409, 425, 429})
    void whoIsPutOffHasDoneNothing(int status) {
        assertThat(order(AUTHORIZE, status, "{\"code\":\"later\"}")).isEqualTo(new Reply.NotDone("http-" + status));
    }

    @Test
    void anUnavailableGatewayHasDoneNothingOnlyIfItSaysWhenToComeAgain() {
        assertThat(GatewayReplies.toOrder(AUTHORIZE, new Response(503, true, "")))
                .isInstanceOf(Reply.NotDone.class);
        assertThat(GatewayReplies.toOrder(AUTHORIZE, new Response(503, false, "")))
                .isInstanceOf(Reply.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 504})
    void aFailureOfTheGatewayLeavesItOpen(int status) {
        assertThat(order(AUTHORIZE, status, "{\"code\":\"internal_error\"}"))
                .isEqualTo(new Reply.Unknown("http-" + status));
    }

    @ParameterizedTest
    @CsvSource({"400,<html>", "404,<html>", "422,''"})
    void aRefusalWithoutTheGatewaysCodeIsNotItsWord(int status, String body) {
        assertThat(order(CAPTURE, status, body)).isEqualTo(new Reply.NotDone("http-" + status));
    }

    @Test
    void nothingIsAuthorizedAtAWrongAddress() {
        assertThat(order(AUTHORIZE, 404, "{\"code\":\"not_found\"}")).isEqualTo(new Reply.NotDone("http-404"));
    }

    @Test
    void aKeyThatWasUsedForSomethingElseLeavesItOpen() {
        assertThat(order(AUTHORIZE, 422, "{\"code\":\"idempotency_key_reused\"}"))
                .isEqualTo(new Reply.Unknown("idempotency_key_reused"));
    }

    @Test
    void theAnswerToAnotherRequestSaysNothingOfThisOne() {
        assertThat(order(AUTHORIZE, 201, word(CAPTURE, "APPROVED", "approved")))
                .isEqualTo(new Reply.Unknown("answer-to-another-request"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "hello",
                "{\"status\":",
                "{\"status\":null}",
                "{\"status\":{\"a\":1}}",
                "{\"amountMinor\":\"12\"}",
                "{\"amountMinor\":99999999999999999999}"
            })
    void whatCannotBeReadLeavesItOpen(String body) {
        assertThat(order(AUTHORIZE, 201, body)).isEqualTo(new Reply.Unknown("not-understood"));
    }

    @Test
    void aStatusOfANewerGatewayLeavesItOpen() {
        assertThat(order(AUTHORIZE, 201, word(AUTHORIZE, "PENDING", "")))
                .isEqualTo(new Reply.Unknown("status-PENDING"));
    }

    @Test
    void aQuestionIsAnsweredWithWhatCameOfTheRequest() {
        assertThat(question(200, word(AUTHORIZE, "APPROVED", "approved")))
                .isEqualTo(new Reply.Answered(GatewayOutcome.APPROVED, "auth_7", 2_500, ""));
        assertThat(question(200, word(AUTHORIZE, "REFUSED", "currency_mismatch")))
                .isEqualTo(new Reply.Answered(GatewayOutcome.INVALID, null, 2_500, "currency_mismatch"));
        assertThat(question(404, "{\"code\":\"no_such_request\"}"))
                .isEqualTo(new Reply.Answered(GatewayOutcome.NOT_FOUND, null, 2_500, ""));
    }

    @ParameterizedTest
    @CsvSource({"400,invalid_request", "404,not_found", "422,whatever", "500,internal_error", "503,unavailable"})
    void aQuestionThatIsRefusedSaysNothingOfTheRequest(int status, String code) {
        assertThat(question(status, "{\"code\":\"" + code + "\"}")).isEqualTo(new Reply.NotDone("http-" + status));
    }

    private static Reply order(GatewayCall call, int status, String body) {
        return GatewayReplies.toOrder(call, new Response(status, false, body));
    }

    private static Reply question(int status, String body) {
        return GatewayReplies.toQuestion(Calls.asking(AUTHORIZE), new Response(status, false, body));
    }

    private static String word(GatewayCall call, String status, String code) {
        return """
                {"id":"auth_7","status":"%s","code":"%s","amountMinor":2500,"idempotencyKey":"%s","more":{"a":[1]}}
                """.formatted(status, code, call.idempotencyKey());
    }
}
