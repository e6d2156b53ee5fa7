package dev.orderbackbone.orderevents.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws bite: each of these deciders does one thing wrong, and some world finds it out. */
class SagaMutantsTest {
    private static final int SEEDS = 500;

    static Stream<Mutant> mutants() {
        return Stream.of(
                Mutant.telling("forgets to release", message -> Lies.without(message, ReleaseReservation.class)),
                Mutant.telling("forgets to reserve", message -> Lies.without(message, ReserveStock.class)),
                Mutant.telling("forgets to consume", message -> Lies.without(message, ConsumeReservation.class)),
                Mutant.telling("forgets to restock", message -> Lies.without(message, ReturnStock.class)),
                Mutant.telling("forgets to capture", message -> Lies.without(message, CapturePayment.class)),
                Mutant.telling("forgets to void", message -> Lies.without(message, VoidPayment.class)),
                Mutant.telling("forgets to refund", message -> Lies.without(message, RefundPayment.class)),
                Mutant.telling("captures twice", Lies::captureTwice),
                Mutant.telling("captures one too much", Lies::captureTooMuch),
                Mutant.telling("refunds twice", Lies::refundTwice),
                Mutant.telling("refunds at once", Lies::refundAtOnce),
                Mutant.telling("restocks twice", Lies::restockTwice),
                Mutant.telling("consumes twice", Lies::consumeTwice),
                Mutant.telling("voids at once", Lies::voidAtOnce),
                Mutant.telling("says everything twice", message -> List.of(message, message)),
                Mutant.overlooking("overlooks a late approval", FalseMemories::isLateApproval),
                Mutant.remembering("confirms before the stock is there", FalseMemories::everythingReserved),
                Mutant.remembering("completes before the money is there", FalseMemories::everythingCaptured),
                Mutant.remembering("ends before the stock is given back", FalseMemories::everythingReleased),
                Mutant.remembering("ends while the payment is not known", FalseMemories::nothingAsked),
                Mutant.remembering("forgets its shipments", FalseMemories::nothingShipped),
                Mutant.remembering("forgets what was returned", FalseMemories::nothingReturned),
                Mutant.remembering("counts its events wrongly", FalseMemories::countedOn),
                Mutant.remembering("confirms on its own", FalseMemories::confirmed),
                Mutant.telling("makes ids up", Lies::withAnyId));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aDeciderWithADefectIsFoundOut(Mutant mutant) {
        assertThat(firstFailure(mutant)).as(mutant.name()).isNotNull();
    }

    @Test
    void aFailureNamesItsSeedTellsWhatHappenedAndHappensAgain() {
        Mutant mutant = Mutant.telling("forgets to void", message -> Lies.without(message, VoidPayment.class));
        AssertionError failure = firstFailure(mutant);
        assertThat(failure).isNotNull();

        assertThat(failure).hasMessageContainingAll("seed ", "I5: ", "OrderSubmitted[", "OrderCancelling[");
        assertThat(firstFailure(mutant)).hasMessage(failure.getMessage());
    }

    private static @Nullable AssertionError firstFailure(Mutant mutant) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            long world = seed;
            Throwable thrown = catchThrowable(() -> World.run(world, mutant, new Tally()));
            if (thrown instanceof AssertionError failure) {
                return failure;
            }
            assertThat(thrown).isNull();
        }
        return null;
    }
}
