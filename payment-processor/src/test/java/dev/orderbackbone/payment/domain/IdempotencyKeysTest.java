package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.GatewayOperation;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void nameTheOrderTheOperationAndWhichOne() {
        assertThat(key(AUTHORIZE, "")).isEqualTo("order-1:authorize");
        assertThat(key(CAPTURE, "ship-7")).isEqualTo("order-1:capture:ship-7");
        assertThat(key(VOID, "")).isEqualTo("order-1:void");
        assertThat(key(REFUND, "return-2")).isEqualTo("order-1:refund:return-2");
    }

    @Test
    void changeWithTheRoundOnly() {
        Operation first = operation(CAPTURE, "ship-7");
        Operation second = first.ended(OperationStatus.DECLINED).wantedAnew(100, new UUID(2, 2), NOW);

        assertThat(IdempotencyKeys.of("order-1", second)).isEqualTo("order-1:capture-2:ship-7");
        assertThat(IdempotencyKeys.of("order-1", first.called(new UUID(3, 3), null)))
                .isEqualTo(IdempotencyKeys.of("order-1", first));
    }

    @Test
    void areShortPlainAsciiWhateverTheIdIs() {
        String longest = "ü".repeat(10_000);

        Stream.of("a b", "ship:2", "größe", "\uD83D\uDCE6", longest, "x".repeat(101), "a\tb", "~")
                .forEach(id -> assertThat(key(CAPTURE, id)).matches("[!-~]{1,255}"));
    }

    @Test
    void neverMeetThoughIdsContainTheirSeparators() {
        String secondRound = IdempotencyKeys.of(
                "order-1",
                operation(CAPTURE, "x").ended(OperationStatus.DECLINED).wantedAnew(100, new UUID(2, 2), NOW));

        assertThat(Stream.of("x", "x:2", "x-2", "2:x", "-2:x", "~x").map(id -> key(CAPTURE, id)))
                .doesNotHaveDuplicates()
                .doesNotContain(secondRound);
    }

    private static String key(GatewayOperation kind, String id) {
        return IdempotencyKeys.of("order-1", operation(kind, id));
    }

    private static Operation operation(GatewayOperation kind, String id) {
        return Operation.wanted(kind, id, 100, new UUID(1, 1), NOW);
    }
}
