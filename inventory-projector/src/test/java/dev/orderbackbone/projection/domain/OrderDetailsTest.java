package dev.orderbackbone.projection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.HoldReason;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderDetailsTest {
    private final Story story = new Story("a");

    @Test
    void saysByFieldNamesWhatTheEventSays() {
        assertThat(OrderDetails.of(story.placed()))
                .isEqualTo("{\"totalMinor\":3050,\"currency\":\"GBP\",\"lineCount\":2}");
        assertThat(OrderDetails.of(story.held(HoldReason.OPERATOR, OrderStatus.PENDING)))
                .isEqualTo("{\"reason\":\"OPERATOR\",\"detail\":\"for some reason\",\"heldFrom\":\"PENDING\"}");
        assertThat(OrderDetails.of(story.expired())).isEqualTo("{}");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(OrderDetails.of(story.shipped("s1", 510, new ShippedLine(1, 2))))
                .isEqualTo("{\"shipmentId\":\"s1\",\"amountMinor\":510,\"carrier\":\"carrier\","
                        + "\"lines\":[{\"lineNumber\":1,\"quantity\":2}]}");
        assertThat(OrderDetails.of(story.returned("t1", 255, new ReturnedLine(1, 1, true))))
                .isEqualTo("{\"returnId\":\"t1\",\"refundMinor\":255,"
                        + "\"lines\":[{\"lineNumber\":1,\"quantity\":1,\"restock\":true}]}");
    }

    @Test
    void escapesWhatJsonReservesAndReplacesWhatPostgresCannotHold() {
        String nasty = "quote \" backslash \\ line\nbreak nul\0 half \ud83d pair \ud83d\ude00 é";

        assertThat(OrderDetails.of(new OrderCancelled(story.meta(), nasty)))
                .isEqualTo("{\"detail\":\"quote \\\" backslash \\\\ line\\u000abreak nul\ufffd half \ufffd pair "
                        + "\ud83d\ude00 é\"}");
    }

    @Test
    void chargesAreAnArrayOrNothing() {
        assertThat(OrderDetails.ofCharges(List.of())).isNull();
        assertThat(OrderDetails.ofCharges(List.of(new Charge("POST", null, 300), new Charge("D", "Discount", -50))))
                .isEqualTo("[{\"code\":\"POST\",\"amountMinor\":300},"
                        + "{\"code\":\"D\",\"description\":\"Discount\",\"amountMinor\":-50}]");
    }
}
