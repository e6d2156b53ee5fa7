package dev.orderbackbone.notification.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.order.Contact;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailTextTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void statesTheAmountWithTheDecimalsOfItsCurrency() {
        assertThat(text(Milestone.CONFIRMED, "GBP", "").body()).contains("123.45 GBP");
        assertThat(text(Milestone.CONFIRMED, "JPY", "").body()).contains("12345 JPY");
        assertThat(text(Milestone.CONFIRMED, "KWD", "").body()).contains("12.345 KWD");
    }

    @Test
    void namesTheTrackingCodeOnlyWhereThereIsOne() {
        assertThat(text(Milestone.SHIPPED, "GBP", "T-1").body()).contains("Tracking code: T-1.");
        assertThat(text(Milestone.SHIPPED, "GBP", "").body()).doesNotContain("Tracking");
    }

    @Test
    void namesTheOrderInEverySubject() {
        for (Milestone milestone : Milestone.values()) {
            if (milestone != Milestone.UNKNOWN) {
                assertThat(text(milestone, "GBP", "why").subject()).contains("order-1");
            }
        }
    }

    private static MailText text(Milestone milestone, String currency, String detail) {
        UUID id = EventIds.root(NOON, new UUID(1, 1));
        return MailText.of(new NotificationRequested(
                new Meta(id, "order-1", 0, NOON, id, "shop"),
                "m1",
                milestone,
                "",
                Channel.EMAIL,
                1,
                new Contact("Ann", "ann@example.com"),
                currency,
                12_345,
                detail,
                NOON));
    }
}
