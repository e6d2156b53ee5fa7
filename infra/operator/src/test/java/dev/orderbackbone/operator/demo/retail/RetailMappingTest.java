package dev.orderbackbone.operator.demo.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetailMappingTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private static final String RUN = "run-1";

    @Test
    void aSaleIsAnOrderWithItsLinesAndCharges() {
        NewOrder order = order(map("""
                536365,85123a,"HEART, WHITE ""T""\",6,2010-12-01 08:26:00,2.55,17850,United Kingdom
                536365,POST,POSTAGE,2,2010-12-01 08:26:00,18,17850,United Kingdom
                """).getFirst());

        assertThat(order.lines()).containsExactly(new OrderLine(1, "85123A", "HEART, WHITE \"T\"", 6, 255, "main"));
        assertThat(order.charges()).containsExactly(new Charge("POST", "POSTAGE", 3_600));
        assertThat(order.totalMinor()).isEqualTo(6 * 255 + 3_600);
        assertThat(order.country()).isEqualTo("GB");
        assertThat(order.idempotencyKey()).isEqualTo("run-1-536365");
        assertThat(order.orderedAt()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void timesAreThoseOfTheShopsClockSummerIncluded() {
        assertThat(order(map("1,22423,CAKESTAND,1,2011-07-01 12:00:00,1,17850,EIRE\n")
                                .getFirst())
                        .orderedAt())
                .isEqualTo(Instant.parse("2011-07-01T11:00:00Z"));
    }

    @Test
    void pricesWithThreeDecimalsAreRoundedHalfUpToPence() {
        NewOrder order = order(
                map("1,PADS,PADS,1,2011-07-01 12:00:00,0.001,17850,EIRE\n").getFirst());
        assertThat(order.lines().getFirst().unitPriceMinor()).isZero();
        assertThat(order(map("1,PADS,PADS,1,2011-07-01 12:00:00,0.005,17850,EIRE\n")
                                .getFirst())
                        .totalMinor())
                .isEqualTo(1);
    }

    @Test
    void aRepeatedArticleStaysOnLinesOfItsOwn() {
        NewOrder order = order(map("""
                1,22423,CAKESTAND,1,2011-07-01 12:00:00,10.95,17850,EIRE
                1,22423,CAKESTAND,2,2011-07-01 12:00:00,12.75,17850,EIRE
                """).getFirst());
        assertThat(order.lines()).extracting(OrderLine::lineNumber).containsExactly(1, 2);
        assertThat(order.totalMinor()).isEqualTo(1_095 + 2 * 1_275);
    }

    @Test
    void theRowsOfAnInvoiceNeedNotStandTogether() {
        List<Input> inputs = map("""
                1,22423,CAKESTAND,1,2011-07-01 12:00:00,1,17850,EIRE
                2,22423,CAKESTAND,1,2011-07-01 12:00:00,1,17851,EIRE
                1,22424,OTHER,1,2011-07-01 12:01:00,1,17850,EIRE
                """);
        assertThat(inputs).hasSize(2);
        assertThat(order(inputs.getFirst()).lines()).hasSize(2);
    }

    @Test
    void aGuestHasNoContact() {
        assertThat(order(map("1,22423,CAKESTAND,1,2011-07-01 12:00:00,1,,Unspecified\n")
                        .getFirst()))
                .satisfies(order -> {
                    assertThat(order.customerId()).isNull();
                    assertThat(order.contact()).isNull();
                    assertThat(order.country()).isNull();
                });
    }

    @Test
    void aReturnGoesToTheLatestLineOfTheSameQuantityAndPrice() {
        List<Input> inputs = map("""
                1,22423,CAKESTAND,3,2011-07-01 12:00:00,10,17850,EIRE
                2,22423,CAKESTAND,5,2011-07-02 12:00:00,10,17850,EIRE
                C3,22423,CAKESTAND,-3,2011-07-03 12:00:00,10,17850,EIRE
                """);
        assertThat(inputs.getLast())
                .isEqualTo(new Input.Return(
                        "C3",
                        List.of(new Part(
                                order(inputs.getFirst()).orderId(), "C3", List.of(new ReturnedLine(1, 3, true)))),
                        0));
    }

    @Test
    void aReturnWithoutAnExactMatchIsSpreadFromTheLatestPurchaseOn() {
        List<Input> inputs = map("""
                1,22423,CAKESTAND,3,2011-07-01 12:00:00,10,17850,EIRE
                2,22423,CAKESTAND,5,2011-07-02 12:00:00,10,17850,EIRE
                C3,22423,CAKESTAND,-7,2011-07-03 12:00:00,10,17850,EIRE
                """);
        Input.Return returned = (Input.Return) inputs.getLast();
        assertThat(returned.parts())
                .containsExactly(
                        new Part(order(inputs.get(1)).orderId(), "C3", List.of(new ReturnedLine(1, 5, true))),
                        new Part(order(inputs.get(0)).orderId(), "C3-2", List.of(new ReturnedLine(1, 2, true))));
    }

    @Test
    void whatWasReturnedOnceCannotBeReturnedAgain() {
        List<Input> inputs = map("""
                1,22423,CAKESTAND,3,2011-07-01 12:00:00,10,17850,EIRE
                C2,22423,CAKESTAND,-3,2011-07-03 12:00:00,10,17850,EIRE
                C3,22423,CAKESTAND,-3,2011-07-03 12:00:00,10,17850,EIRE
                """);
        assertThat(inputs.getLast()).isEqualTo(new Input.Refused("C3", "no-earlier-purchase"));
    }

    @Test
    void aReturnThatIsCoveredInPartReturnsThatPartAndCountsTheLine() {
        Input.Return returned = (Input.Return) map("""
                1,22423,CAKESTAND,3,2011-07-01 12:00:00,10,17850,EIRE
                C2,22423,CAKESTAND,-4,2011-07-03 12:00:00,10,17850,EIRE
                """).getLast();
        assertThat(returned.parts().getFirst().lines()).containsExactly(new ReturnedLine(1, 3, true));
        assertThat(returned.refusedLines()).isEqualTo(1);
    }

    @Test
    void returnsOfGuestsAndOfChargesAndBadDebtsAreRefused() {
        assertThat(map("""
                C1,22423,CAKESTAND,-1,2011-07-03 12:00:00,10,,EIRE
                C2,POST,POSTAGE,-1,2011-07-03 12:00:00,18,17850,EIRE
                A3,B,Adjust bad debt,1,2011-07-03 12:00:00,-11062.06,,United Kingdom
                """))
                .containsExactly(
                        new Input.Refused("C1", "guest-return"),
                        new Input.Refused("C2", "charge-not-returnable"),
                        new Input.Refused("A3", "bad-debt-entry"));
    }

    @Test
    void writeOffsAndFindsAreStockAdjustments() {
        assertThat(map("""
                1,22423,thrown away,-12,2011-07-03 12:00:00,0,,United Kingdom
                2,22424,,-1,2011-07-03 12:00:00,0,,United Kingdom
                3,22425,found,40,2011-07-03 12:00:00,0,,United Kingdom
                4,22426,CAKESTAND,1,2011-07-03 12:00:00,0,,United Kingdom
                """))
                .satisfiesExactly(
                        input -> assertThat(input).isEqualTo(new Input.Adjustment("1", "22423", -12, "thrown away")),
                        input -> assertThat(input).isEqualTo(new Input.Adjustment("2", "22424", -1, "unspecified")),
                        input -> assertThat(input).isEqualTo(new Input.Adjustment("3", "22425", 40, "found")),
                        input -> assertThat(input).isInstanceOf(Input.Order.class));
    }

    @Test
    void theBundledSampleIsMappedWhole() throws IOException {
        try (InputStream sample = RetailMapping.class.getResourceAsStream("/demo/online-retail-sample.csv.gz")) {
            List<Input> inputs = RetailMapping.read(sample, Integer.MAX_VALUE, RUN);

            assertThat(inputs).hasSize(379);
            assertThat(inputs.stream().filter(Input.Refused.class::isInstance).map(Input.Refused.class::cast))
                    .filteredOn(refused -> refused.reason().equals("bad-debt-entry"))
                    .hasSize(3);
            assertThat(inputs)
                    .filteredOn(input -> input.invoice().equals("573585"))
                    .singleElement()
                    .satisfies(input -> assertThat(order(input).lines()).hasSizeGreaterThan(1_000));
            assertThat(inputs)
                    .filteredOn(input -> input.invoice().equals("C581484"))
                    .singleElement()
                    .isInstanceOf(Input.Return.class);
        }
    }

    @Test
    void aFileThatIsNoSuchFileIsRefusedWithTheLine() {
        assertThatThrownBy(() -> RetailMapping.read(stream("a,b\n1,2\n"), 1, RUN))
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> RetailMapping.read(stream(HEADER + "1,2,3\n"), 1, RUN))
                .hasMessageContaining("record 2 has 3 fields");
        assertThatThrownBy(() -> RetailMapping.read(stream(HEADER + "1,2,x,many,2011-07-01 12:00:00,1,,UK\n"), 1, RUN))
                .hasMessageContaining("record 2 of invoice 1");
    }

    private static List<Input> map(String rows) {
        try {
            return RetailMapping.read(stream(HEADER + rows), Integer.MAX_VALUE, RUN);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    private static NewOrder order(Input input) {
        return ((Input.Order) input).order();
    }
}
