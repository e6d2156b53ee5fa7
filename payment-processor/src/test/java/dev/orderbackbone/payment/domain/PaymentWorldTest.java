package dev.orderbackbone.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.payment.PaymentEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentWorldTest {
    private static final int WORLDS = 20_000;
    private static final int WORLDS_TO_FIND_A_FAULT = 5_000;

    @Test
    void everyLawHoldsInEveryWorld() {
        Decides right = Decides.by(PaymentRules.USUAL);
        Set<Class<?>> told = new HashSet<>();

        for (long seed = 0; seed < WORLDS; seed++) {
            told.addAll(run(seed, right));
        }

        assertThat(told).contains(PaymentEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("wrongDeciders")
    void aWrongDeciderIsCaught(Decides wrong) {
        assertThat(LongStream.range(0, WORLDS_TO_FIND_A_FAULT).anyMatch(seed -> isCaught(seed, wrong)))
                .as("there is a world in which the fault shows")
                .isTrue();
    }

    static Stream<Named<Decides>> wrongDeciders() {
        return WrongDeciders.byFault().entrySet().stream().map(wrong -> Named.of(wrong.getKey(), wrong.getValue()));
    }

    private static Set<Class<?>> run(long seed, Decides decider) {
        PaymentWorld world = new PaymentWorld(seed, decider);
        try {
            world.run();
            return world.told();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("in the world of seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    private static boolean isCaught(long seed, Decides wrong) {
        try {
            run(seed, wrong);
            return false;
        } catch (AssertionError broken) {
            return true;
        }
    }
}
