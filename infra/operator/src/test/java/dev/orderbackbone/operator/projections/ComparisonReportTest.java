package dev.orderbackbone.operator.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.projection.operations.Comparison;
import dev.orderbackbone.projection.operations.TableComparison;
import dev.orderbackbone.projection.operations.TableComparison.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
    private static final Side SAME = new Side(1_200, "77", List.of());

    @Test
    void saysWhatIsEqual() {
        ComparisonReport report = new ComparisonReport(
                new Comparison(1, 2, List.of(new TableComparison("orders", SAME, SAME, 0, List.of()))));

        assertThat(report.text().lines())
                .containsExactly(
                        "table   rows in read_1  rows in read_2",
                        "orders           1,200           1,200  equal",
                        "read_2 equals read_1");
        assertThat(report.json()).contains("\"equal\" : true", "\"rowsOther\" : 1200");
    }

    @Test
    void namesWhatDiffers() {
        ComparisonReport report = new ComparisonReport(new Comparison(
                1,
                2,
                List.of(
                        new TableComparison(
                                "orders", SAME, new Side(1_199, "78", List.of("country")), 2, List.of("a", "b")),
                        new TableComparison("visits", Side.NONE, SAME, 0, List.of()))));

        assertThat(report.text())
                .contains(
                        "orders: country only in read_2; 1200 rows in read_1, 1199 in read_2; 2 differ: a, b",
                        "visits: only in read_2; 0 rows in read_1, 1200 in read_2",
                        "read_2 differs from read_1");
        assertThat(report.json()).containsPattern("\"examples\" : \\[\\s+\"a\",\\s+\"b\"\\s+]");
    }
}
