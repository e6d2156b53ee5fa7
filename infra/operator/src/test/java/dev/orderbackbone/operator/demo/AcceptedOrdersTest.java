package dev.orderbackbone.operator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedOrdersTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAcceptedIsWrittenDownAtOnceAndARepeatedRunGoesOnWithTheList() throws IOException {
        Path lists = folder.resolve("accepted");
        Path list = lists.resolve("run-1.ids");
        try (AcceptedOrders orders = AcceptedOrders.open(lists, "run-1")) {
            orders.add("a");
            assertThat(list).hasContent("a");
        }
        try (AcceptedOrders again = AcceptedOrders.open(lists, "run-1")) {
            again.add("b");
        }

        assertThat(list).hasContent("a\nb");
    }
}
