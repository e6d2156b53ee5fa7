package dev.orderbackbone.simulators.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.Shipment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final int[] FIVE_LINES = {6, 1, 12, 3, 2};

    @Test
    void anOrderThatIsNotSplitLeavesInOneShipment() {
        assertThat(new Packing(1, 0).of("order", FIVE_LINES))
                .containsExactly(new Shipment(
                        "order-1",
                        List.of(
                                new ShippedLine(1, 6),
                                new ShippedLine(2, 1),
                                new ShippedLine(3, 12),
                                new ShippedLine(4, 3),
                                new ShippedLine(5, 2)),
                        "simulated",
                        "order-1"));
    }

    @Test
    void anOrderThatIsSplitLeavesInTwoWithEachLineInOne() {
        List<Shipment> shipments = new Packing(1, 100).of("order", FIVE_LINES);

        assertThat(shipments).extracting(Shipment::shipmentId).containsExactly("order-1", "order-2");
        assertThat(shipments.get(0).lines())
                .containsExactly(new ShippedLine(1, 6), new ShippedLine(2, 1), new ShippedLine(3, 12));
        assertThat(shipments.get(1).lines()).containsExactly(new ShippedLine(4, 3), new ShippedLine(5, 2));
    }

    @Test
    void oneLineIsNeverSplit() {
        assertThat(new Packing(1, 100).of("order", new int[] {74_215})).hasSize(1);
    }

    @Test
    void asManyAreSplitAsWasSet() {
        Packing packing = new Packing(1, 20);

        long split = IntStream.range(0, 10_000)
                .filter(number -> packing.of("order-" + number, FIVE_LINES).size() == 2)
                .count();

        assertThat(split).isCloseTo(2_000, withinPercentage(10));
    }

    @Test
    void theSameOrderIsAlwaysPackedAlikeAndAnotherSeedChoosesOthers() {
        List<String> orders =
                IntStream.range(0, 200).mapToObj(number -> "order-" + number).toList();

        assertThat(splitBy(new Packing(1, 50), orders)).isEqualTo(splitBy(new Packing(1, 50), orders));
        assertThat(splitBy(new Packing(1, 50), orders)).isNotEqualTo(splitBy(new Packing(2, 50), orders));
    }

    private static List<String> splitBy(Packing packing, List<String> orders) {
        return orders.stream()
                .filter(order -> packing.of(order, FIVE_LINES).size() == 2)
                .toList();
    }
}
