package dev.orderbackbone.operator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
        Table table = new Table("what", ">count", "").row("orders", 12, "all").row("returns", 1_000);

        assertThat(table.lines()).containsExactly("what     count", "orders      12  all", "returns   1000");
    }

    @Test
    void aTableWithoutHeadingsHasNone() {
        assertThat(new Table("", "").row("a", "b").lines()).containsExactly("a  b");
    }
}
