package dev.orderbackbone.simulators.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final int KEYS = 20_000;

    enum Kind implements FaultKind {
        FIRST_FAULT,
        SECOND;

        @Override
        public String meaning() {
            return "a test";
        }
    }

    @Test
    void strikesTheSameRequestsInEveryRun() {
        assertThat(struck(10, 7, 1)).isEqualTo(struck(10, 7, 1));
    }

    @Test
    void strikesTheseRequestsAndNoOthers() {
        // pinned: a change of the dice would silently change every recorded run
        Faults<Kind> faults = faults(10, 0, 7);
        List<Integer> first = IntStream.range(0, 60)
                .filter(n -> faults.strikes(Kind.FIRST_FAULT, "key-" + n, 1))
                .boxed()
                .toList();

        assertThat(first).isEqualTo(PINNED);
    }

    private static final List<Integer> PINNED = List.of(13, 26, 34);

    @Test
    void strikesOthersWithAnotherSeedAttemptOrFault() {
        List<Integer> struck = struck(10, 7, 1);

        assertThat(struck(10, 8, 1)).isNotEqualTo(struck);
        assertThat(struck(10, 7, 2)).isNotEqualTo(struck);
        Faults<Kind> both = faults(10, 10, 7);
        assertThat(IntStream.range(0, KEYS)
                        .filter(n -> both.strikes(Kind.SECOND, "key-" + n, 1))
                        .boxed())
                .isNotEqualTo(struck);
    }

    @Test
    void strikesTheWantedShare() {
        assertThat(struck(0, 7, 1)).isEmpty();
        assertThat(struck(100, 7, 1)).hasSize(KEYS);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(struck(5, seed, 1).size()).isCloseTo(KEYS / 20, within(KEYS / 100));
            assertThat(struck(0.5, seed, 3).size()).isCloseTo(KEYS / 200, within(KEYS / 400));
        }
    }

    @Test
    void attemptsAreIndependent() {
        Faults<Kind> faults = faults(50, 0, 7);
        long both = IntStream.range(0, KEYS)
                .filter(n -> faults.strikes(Kind.FIRST_FAULT, "key-" + n, 1))
                .filter(n -> faults.strikes(Kind.FIRST_FAULT, "key-" + n, 2))
                .count();

        assertThat((double) both).isCloseTo(KEYS / 4.0, within(KEYS / 50.0));
    }

    @Test
    void theFirstInOrderWins() {
        assertThat(faults(100, 100, 1).firstToStrike(EnumSet.allOf(Kind.class), "key", 1))
                .isEqualTo(Kind.FIRST_FAULT);
        assertThat(faults(0, 100, 1).firstToStrike(EnumSet.allOf(Kind.class), "key", 1))
                .isEqualTo(Kind.SECOND);
        assertThat(faults(0, 0, 1).firstToStrike(EnumSet.allOf(Kind.class), "key", 1))
                .isNull();
    }

    @Test
    void latencyStaysWithinItsJitterAndUsesAllOfIt() {
        Faults<Kind> faults = new Faults<Kind>(Map.of(), 10, 5, Outage.NONE, 0, 1);

        assertThat(IntStream.range(0, 1_000).mapToObj(n -> faults.latencyMs("key-" + n, 1)))
                .containsOnly(10L, 11L, 12L, 13L, 14L, 15L)
                .contains(10L, 15L);
    }

    @Test
    void namesAreMadeFromTheConstant() {
        assertThat(Kind.FIRST_FAULT.jsonField()).isEqualTo("firstFaultPercent");
    }

    @Test
    void anAttemptIsCountedOnlyOnceItIsStruck() {
        Attempts attempts = new Attempts();
        assertThat(attempts.of("key")).isEqualTo(1);
        assertThat(attempts.of("key")).isEqualTo(1);

        attempts.strike("key");

        assertThat(attempts.of("key")).isEqualTo(2);
        assertThat(attempts.of("other")).isEqualTo(1);
    }

    private static List<Integer> struck(double percent, long seed, int attempt) {
        Faults<Kind> faults = faults(percent, 0, seed);
        return IntStream.range(0, KEYS)
                .filter(n -> faults.strikes(Kind.FIRST_FAULT, "key-" + n, attempt))
                .boxed()
                .toList();
    }

    private static Faults<Kind> faults(double first, double second, long seed) {
        return new Faults<Kind>(Map.of(Kind.FIRST_FAULT, first, Kind.SECOND, second), 0, 0, Outage.NONE, 0, seed);
    }
}
