package dev.orderbackbone.simulators.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayBooksTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final GatewayBooks books = new GatewayBooks(DAY);

    @Test
    void approvesAndNumbersAnAuthorisation() {
        GatewayEntry entry = perform(authorize("k1", 1_000));

        assertThat(entry)
                .isEqualTo(new GatewayEntry(
                        1,
                        NOON,
                        "k1",
                        Operation.AUTHORIZE,
                        "auth_1",
                        "order",
                        "auth_1",
                        1_000,
                        "GBP",
                        "visa",
                        Status.APPROVED,
                        "approved"));
    }

    @Test
    void capturesInPartsUpToTheAuthorisedAmount() {
        perform(authorize("k1", 1_000));

        assertThat(perform(capture("k2", "auth_1", 600)).status()).isEqualTo(Status.APPROVED);
        assertThat(perform(capture("k3", "auth_1", 401)).code()).isEqualTo("capture_exceeds_authorization");
        assertThat(perform(capture("k4", "auth_1", 400)).id()).isEqualTo("cap_4");
        assertThat(perform(capture("k5", "auth_1", 1)).code()).isEqualTo("capture_exceeds_authorization");
    }

    @Test
    void voidsWhatWasNotCapturedAndNothingTwice() {
        perform(authorize("k1", 1_000));
        perform(capture("k2", "auth_1", 300));

        GatewayEntry voided = perform(voidRest("k3", "auth_1"));

        assertThat(voided.amountMinor()).isEqualTo(700);
        assertThat(voided.currency()).isEqualTo("GBP");
        assertThat(voided.reference()).isEqualTo("order");
        assertThat(perform(voidRest("k4", "auth_1")).code()).isEqualTo("nothing_to_void");
        assertThat(perform(capture("k5", "auth_1", 1)).code()).isEqualTo("authorization_voided");
    }

    @Test
    void refundsInPartsUpToTheCapturedAmountAlsoAfterTheRestWasVoided() {
        perform(authorize("k1", 1_000));
        assertThat(perform(refund("k2", "auth_1", 1)).code()).isEqualTo("refund_exceeds_capture");
        perform(capture("k3", "auth_1", 300));
        perform(voidRest("k4", "auth_1"));

        assertThat(perform(refund("k5", "auth_1", 200)).approved()).isTrue();
        assertThat(perform(refund("k6", "auth_1", 101)).code()).isEqualTo("refund_exceeds_capture");
        assertThat(perform(refund("k7", "auth_1", 100)).approved()).isTrue();
    }

    @Test
    void refusesWhateverBelongsToADeclinedAuthorisation() {
        GatewayEntry declined = perform(authorize("k1", 1_000), true);

        assertThat(declined.status()).isEqualTo(Status.DECLINED);
        assertThat(declined.code()).isEqualTo("insufficient_funds");
        assertThat(perform(capture("k2", "auth_1", 1)).code()).isEqualTo("authorization_not_approved");
        assertThat(perform(voidRest("k3", "auth_1")).code()).isEqualTo("authorization_not_approved");
        assertThat(perform(refund("k4", "auth_1", 1)).code()).isEqualTo("authorization_not_approved");
    }

    @Test
    void aDeclinedCaptureMovesNothing() {
        perform(authorize("k1", 1_000));

        assertThat(perform(capture("k2", "auth_1", 1_000), true).code()).isEqualTo("authorization_expired");
        assertThat(perform(capture("k3", "auth_1", 1_000)).approved()).isTrue();
    }

    @Test
    void refusesAnotherReferenceOrCurrencyAndAnUnknownAuthorisation() {
        perform(authorize("k1", 1_000));

        assertThat(perform(new GatewayRequest.Capture("k2", "auth_1", 1, null, "another"))
                        .code())
                .isEqualTo("reference_mismatch");
        assertThat(perform(new GatewayRequest.Refund("k3", "auth_1", 1, "EUR", null))
                        .code())
                .isEqualTo("currency_mismatch");
        GatewayEntry unknown = perform(voidRest("k4", "auth_9"));
        assertThat(unknown.code()).isEqualTo("unknown_authorization");
        assertThat(unknown.isEffect()).isFalse();
        assertThat(unknown.authorizationId()).isEqualTo("auth_9");
    }

    @Test
    void remembersAKeyAsLongAsItLives() {
        GatewayEntry entry = perform(authorize("k1", 1_000));

        assertThat(books.answered("k1", NOON.plus(DAY))).isEqualTo(entry);
        assertThat(books.answered("k1", NOON.plus(DAY).plusMillis(1))).isNull();
        // what it did stays
        assertThat(perform(capture("k2", "auth_1", 1_000)).approved()).isTrue();
    }

    @Test
    void aKeyThatIsUsedAnewLivesAnew() {
        perform(authorize("k1", 1_000));
        Instant later = NOON.plus(DAY).plusSeconds(1);
        assertThat(books.answered("k1", later)).isNull();
        GatewayEntry second = books.decide(authorize("k1", 5), false, later);
        books.apply(second);

        assertThat(books.answered("k1", later.plus(DAY))).isEqualTo(second);
    }

    @Test
    void refusesALedgerWithAGap() {
        GatewayEntry entry = perform(authorize("k1", 1_000));

        assertThatThrownBy(() -> new GatewayBooks(DAY)
                        .apply(new GatewayEntry(
                                2,
                                NOON,
                                "k",
                                Operation.AUTHORIZE,
                                "auth_2",
                                "o",
                                "auth_2",
                                1,
                                "GBP",
                                "v",
                                Status.APPROVED,
                                entry.code())))
                .hasMessageContaining("sequence 2 follows 0");
    }

    /** Random histories: the rules hold at every step, and books that read the ledger decide like those that wrote it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverMovesMoreThanThereIs(long seed) {
        Random random = new Random(seed);
        List<GatewayEntry> ledger = new ArrayList<>();
        for (int step = 1; step <= 1_000; step++) {
            GatewayRequest request = randomRequest(random, "key-" + step);
            boolean declined = random.nextInt(10) == 0;
            GatewayEntry entry = books.decide(request, declined, NOON.plusMillis(step));
            assertThat(books.decide(request, declined, NOON.plusMillis(step)))
                    .as("deciding changes nothing")
                    .isEqualTo(entry);
            assertThat(request.ledTo(entry)).isTrue();
            books.apply(entry);
            ledger.add(GatewayEntryJson.read(GatewayEntryJson.line(entry)));
            assertThat(ledger.getLast()).isEqualTo(entry);
        }

        assertMoneyAddsUp(ledger);
        GatewayBooks readBack = new GatewayBooks(DAY);
        ledger.forEach(readBack::apply);
        for (int step = 0; step < 100; step++) {
            GatewayRequest request = randomRequest(random, "later-" + step);
            assertThat(readBack.decide(request, false, NOON)).isEqualTo(books.decide(request, false, NOON));
        }
    }

    private static void assertMoneyAddsUp(List<GatewayEntry> ledger) {
        Map<String, Map<Operation, Long>> byAuthorization = new HashMap<>();
        for (GatewayEntry entry : ledger) {
            if (entry.approved()) {
                Map<Operation, Long> sums =
                        byAuthorization.computeIfAbsent(entry.authorizationId(), id -> new EnumMap<>(Operation.class));
                sums.merge(entry.operation(), entry.amountMinor(), Long::sum);
                long captured = sum(sums, Operation.CAPTURE);
                assertThat(captured + sum(sums, Operation.VOID))
                        .as("%s", entry)
                        .isLessThanOrEqualTo(sum(sums, Operation.AUTHORIZE));
                assertThat(sum(sums, Operation.REFUND)).as("%s", entry).isLessThanOrEqualTo(captured);
            }
        }
        assertThat(byAuthorization.values())
                .as("the history has enough of everything to mean something")
                .anyMatch(sums -> sum(sums, Operation.CAPTURE) > 0 && sum(sums, Operation.VOID) > 0)
                .anyMatch(sums -> sum(sums, Operation.REFUND) > 0);
    }

    private static long sum(Map<Operation, Long> sums, Operation operation) {
        return sums.getOrDefault(operation, 0L);
    }

    private static GatewayRequest randomRequest(Random random, String key) {
        String authorizationId = "auth_" + (1 + random.nextInt(30));
        @Nullable String currency = List.of("GBP", "GBP", "GBP", "EUR").get(random.nextInt(4));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> authorize(key, 1 + random.nextInt(500));
            case 3, 4 -> new GatewayRequest.Capture(key, authorizationId, 1 + random.nextInt(300), currency, null);
            case 5 -> new GatewayRequest.VoidRest(key, authorizationId, null, null);
            default -> new GatewayRequest.Refund(key, authorizationId, 1 + random.nextInt(100), currency, "order");
        };
    }

    private GatewayEntry perform(GatewayRequest request) {
        return perform(request, false);
    }

    private GatewayEntry perform(GatewayRequest request, boolean declined) {
        GatewayEntry entry = books.decide(request, declined, NOON);
        books.apply(entry);
        return entry;
    }

    private static GatewayRequest authorize(String key, long amountMinor) {
        return new GatewayRequest.Authorize(key, "order", amountMinor, "GBP", "visa");
    }

    private static GatewayRequest capture(String key, String authorizationId, long amountMinor) {
        return new GatewayRequest.Capture(key, authorizationId, amountMinor, "GBP", "order");
    }

    private static GatewayRequest voidRest(String key, String authorizationId) {
        return new GatewayRequest.VoidRest(key, authorizationId, null, null);
    }

    private static GatewayRequest refund(String key, String authorizationId, long amountMinor) {
        return new GatewayRequest.Refund(key, authorizationId, amountMinor, null, null);
    }
}
