package dev.orderbackbone.operator.verify.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.OrderIds;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderIndexTest {
    private static final int MANY = 50_000;

    private final OrderIndex index = new OrderIndex();

    @Test
    void numbersOrdersAsTheyAreMetAndKnowsThemAgain() {
        List<String> ids = IntStream.range(0, MANY)
                .mapToObj(number -> OrderIds.of("shop", "key " + number))
                .toList();
        for (int number = 0; number < MANY; number++) {
            assertThat(index.add(ids.get(number))).isEqualTo(number);
        }
        for (int number = 0; number < MANY; number++) {
            assertThat(index.add(ids.get(number))).isEqualTo(number);
            assertThat(index.find(ids.get(number))).isEqualTo(number);
            assertThat(index.idOf(number)).isEqualTo(ids.get(number));
        }
        assertThat(index.size()).isEqualTo(MANY);
    }

    @Test
    void keepsWhatIsNoOrderIdAsItIs() {
        String id = OrderIds.of("shop", "key");
        List<String> others =
                List.of("", "short", id + "0", id.toUpperCase(Locale.ROOT), "ä".repeat(12), "u".repeat(24));
        index.add(id);
        for (String other : others) {
            assertThat(index.find(other)).isEqualTo(OrderIndex.UNKNOWN);
            int number = index.add(other);
            assertThat(index.idOf(number)).isEqualTo(other);
            assertThat(index.add(other)).isEqualTo(number);
        }
        assertThat(index.idOf(0)).isEqualTo(id);
        assertThat(index.size()).isEqualTo(1 + others.size());
    }

    @Test
    void doesNotKnowWhatItHasNotMet() {
        assertThat(index.find(OrderIds.of("shop", "key"))).isEqualTo(OrderIndex.UNKNOWN);
    }
}
