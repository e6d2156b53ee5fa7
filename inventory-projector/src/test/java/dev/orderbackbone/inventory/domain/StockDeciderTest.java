package dev.orderbackbone.inventory.domain;

import static dev.orderbackbone.inventory.domain.Commands.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReservationConsumed;
import dev.orderbackbone.contract.inventory.ReservationReleased;
import dev.orderbackbone.contract.inventory.Shortage;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.inventory.StockRefused;
import dev.orderbackbone.contract.inventory.StockReserved;
import dev.orderbackbone.contract.inventory.StockReturned;
import dev.orderbackbone.inventory.domain.Reservation.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockDeciderTest {
    private final Commands commands = new Commands(1);
    private final Pool pool = new Pool(StockDecider::decide);

    @BeforeEach
    void tenOfEachAreOnHand() {
        pool.tell(commands.receive("first", line("mug", 10), line("cup", 10)));
    }

    @Test
    void saysEachLineOfAReceiptWithASequenceOfItsOwn() {
        assertThat(pool.said())
                .map(message -> (StockReceived) message)
                .extracting(StockReceived::sku, StockReceived::quantity, StockReceived::poolSequence)
                .containsExactly(tuple("mug", 10, 1L), tuple("cup", 10, 2L));
    }

    @Test
    void reservesAllLines() {
        StockReserved reserved = (StockReserved) only(commands.reserve("a", line("mug", 4), line("cup", 10)));

        assertThat(reserved.lines()).containsExactly(line("mug", 4), line("cup", 10));
        assertThat(reserved.poolSequence()).isEqualTo(3);
        assertThat(reserved.meta().orderId()).isEqualTo("a");
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(10, 4));
        assertThat(pool.stockOf("cup")).isEqualTo(new Stock(10, 10));
    }

    @Test
    void reservesNothingWhereOneLineIsShort() {
        StockRefused refused = (StockRefused) only(commands.reserve("a", line("mug", 4), line("cup", 11)));

        assertThat(refused.shortages()).containsExactly(new Shortage("cup", 11, 10));
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(10, 0));
    }

    @Test
    void refusesASkuThatItHasNeverHeld() {
        StockRefused refused = (StockRefused) only(commands.reserve("a", line("pot", 1)));

        assertThat(refused.shortages()).containsExactly(new Shortage("pot", 1, 0));
    }

    @Test
    void refusesLinesThatBreakTheRulesBecauseTheOrderMustGetAnAnswer() {
        assertThat(only(commands.reserve("a", line("mug", 0)))).isInstanceOf(StockRefused.class);
        assertThat(only(commands.reserve("b", line("mug", -3)))).isInstanceOf(StockRefused.class);
        assertThat(only(commands.reserve("c", line("mug", 1), line("mug", 1)))).isInstanceOf(StockRefused.class);
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(10, 0));
    }

    @Test
    void answersAReserveOnceEvenIfStockHasComeSince() {
        pool.tell(commands.reserve("a", line("mug", 11)));
        pool.tell(commands.receive("second", line("mug", 10)));

        assertThat(pool.ignores(commands.reserve("a", line("mug", 11)))).isEqualTo("duplicate");
    }

    @Test
    void releasesWhatIsStillHeldAndOnlyOnce() {
        pool.tell(commands.reserve("a", line("mug", 4), line("cup", 2)));
        pool.tell(commands.consume("a", "s1", line("mug", 3), line("cup", 2)));

        ReservationReleased released = (ReservationReleased) only(commands.release("a"));

        assertThat(released.lines()).containsExactly(line("mug", 1));
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(7, 0));
        assertThat(pool.ignores(commands.release("a"))).isEqualTo("duplicate");
    }

    @Test
    void answersTheReleaseOfAConsumedReservationWithNoLines() {
        pool.tell(commands.reserve("a", line("mug", 4)));
        pool.tell(commands.consume("a", "s1", line("mug", 4)));

        assertThat(((ReservationReleased) only(commands.release("a"))).lines()).isEmpty();
    }

    @Test
    void ignoresTheReleaseOfWhatItDoesNotHold() {
        pool.tell(commands.reserve("refused", line("mug", 99)));

        assertThat(pool.ignores(commands.release("nobody"))).isEqualTo("unknown-reservation");
        assertThat(pool.ignores(commands.release("refused"))).isEqualTo("unknown-reservation");
    }

    @Test
    void consumesByShipmentAndEachShipmentOnce() {
        pool.tell(commands.reserve("a", line("mug", 4)));

        pool.tell(commands.consume("a", "s1", line("mug", 1)));
        pool.tell(commands.consume("a", "s2", line("mug", 3)));

        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(6, 0));
        assertThat(pool.ignores(commands.consume("a", "s2", line("mug", 3)))).isEqualTo("duplicate");
    }

    @Test
    void takesNoMoreThanTheReservationHoldsAndSaysWhatItTook() {
        pool.tell(commands.reserve("a", line("mug", 4)));

        ReservationConsumed consumed =
                (ReservationConsumed) only(commands.consume("a", "s1", line("mug", 6), line("cup", 1)));

        assertThat(consumed.lines()).containsExactly(line("mug", 4));
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(6, 0));
        assertThat(pool.stockOf("cup")).isEqualTo(new Stock(10, 0));
    }

    @Test
    void answersAShipmentOfAReleasedReservationWithNoLines() {
        pool.tell(commands.reserve("a", line("mug", 4)));
        pool.tell(commands.release("a"));

        assertThat(((ReservationConsumed) only(commands.consume("a", "s1", line("mug", 4)))).lines())
                .isEmpty();
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(10, 0));
    }

    @Test
    void putsReturnsBackOnTheShelfEachOnce() {
        pool.tell(commands.reserve("a", line("mug", 4)));
        pool.tell(commands.consume("a", "s1", line("mug", 4)));

        StockReturned returned = (StockReturned) only(commands.takeBack("a", "t1", line("mug", 3)));

        assertThat(returned.lines()).containsExactly(line("mug", 3));
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(9, 0));
        assertThat(pool.ignores(commands.takeBack("a", "t1", line("mug", 3)))).isEqualTo("duplicate");
    }

    @Test
    void takesNothingBackForAnOrderThatItDoesNotKnow() {
        assertThat(pool.ignores(commands.takeBack("nobody", "t1", line("mug", 3))))
                .isEqualTo("unknown-reservation");
    }

    @Test
    void receivesEachReceiptOnce() {
        assertThat(pool.ignores(commands.receive("first", line("mug", 10)))).isEqualTo("duplicate");
    }

    @Test
    void keepsReceiptsAndAdjustmentsOfTheSameNameApart() {
        assertThat(pool.ignores(commands.adjust("first", "mug", 1))).isEmpty();
    }

    @Test
    void adjustsUpAndDown() {
        pool.tell(commands.adjust("a1", "mug", -3));
        pool.tell(commands.adjust("a2", "mug", 5));

        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(12, 0));
    }

    @Test
    void neverAdjustsAwayWhatIsPromisedAndSaysHowMuchItApplied() {
        pool.tell(commands.reserve("a", line("mug", 8)));

        StockAdjusted adjusted = (StockAdjusted) only(commands.adjust("a1", "mug", Integer.MIN_VALUE));

        assertThat(adjusted.requestedDelta()).isEqualTo(Integer.MIN_VALUE);
        assertThat(adjusted.appliedDelta()).isEqualTo(-2);
        assertThat(pool.stockOf("mug")).isEqualTo(new Stock(8, 8));
    }

    @Test
    void ignoresCorrectionsThatBreakTheRules() {
        assertThat(pool.ignores(commands.receive("second", line("mug", 0)))).isEqualTo("malformed-lines");
        assertThat(pool.ignores(commands.receive("second", line("mug", 1), line("mug", 1))))
                .isEqualTo("malformed-lines");
        assertThat(pool.ignores(commands.adjust("a1", "mug", 0))).isEqualTo("malformed-lines");
    }

    @Test
    void keepsTheReservationInARefusedStateForEver() {
        pool.tell(commands.reserve("a", line("mug", 11)));

        assertThat(pool.reservations())
                .hasEntrySatisfying("a", held -> assertThat(held.status()).isEqualTo(Status.REFUSED));
    }

    private Message only(InventoryCommand command) {
        assertThat(pool.tell(command)).hasSize(1);
        return pool.said().getLast();
    }
}
