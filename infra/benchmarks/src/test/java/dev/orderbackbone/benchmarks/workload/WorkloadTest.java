package dev.orderbackbone.benchmarks.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final int SOME = 20_000;

    private final Workload mixed = new MixedOrders();

    /** The checksum is that of the generator with which other systems were measured, over the same 20,000 orders written the same way. */
    @Test
    void isTheWorkloadThatOthersWereMeasuredWith() {
        CRC32C checksum = new CRC32C();
        for (int number = 0; number < SOME; number++) {
            checksum.update(written(mixed.order(number)).getBytes(UTF_8));
        }

        assertThat(Long.toHexString(checksum.getValue())).isEqualTo("3ec042d2");
    }

    @Test
    void isTheSameOrderWheneverItIsAskedFor() {
        assertThat(mixed.order(4711)).isEqualTo(mixed.order(4711));
    }

    @Test
    void namesSkusAndOrdersByTheirNumbersAndBack() {
        assertThat(Skus.name(0)).isEqualTo("sku-00000");
        assertThat(Skus.number(Skus.name(10_099))).isEqualTo(10_099);
        assertThat(SampleOrder.numberOf(mixed.order(1_234_567).key())).isEqualTo(1_234_567);
    }

    @Test
    void wantsOneSkuInEveryOrderThatIsHot() {
        Workload hot = new HotSkuOrders();

        assertThat(IntStream.range(0, 1_000).mapToObj(hot::order))
                .allSatisfy(order -> assertThat(order.lines()).singleElement().satisfies(line -> {
                    assertThat(line.sku()).isZero();
                    assertThat(line.quantity()).isBetween(1, 3);
                }));
        assertThat(IntStream.range(0, 1_000)).noneMatch(hot::isScarce);
    }

    private String written(SampleOrder order) {
        String lines = order.lines().stream()
                .map(line -> "{\"sku\":\"" + line.skuName() + "\",\"qty\":" + line.quantity() + ",\"priceCents\":"
                        + line.priceMinor() + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return String.join(
                "|",
                order.key(),
                order.customerId(),
                SampleOrder.CURRENCY,
                Long.toString(order.totalMinor()),
                order.shipTo(),
                lines,
                Boolean.toString(mixed.isScarce(order.number())),
                Declines.isDeclined(order.number()) + "\n");
    }
}
