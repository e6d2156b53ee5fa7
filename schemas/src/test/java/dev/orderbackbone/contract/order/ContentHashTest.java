package dev.orderbackbone.contract.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Contact CONTACT = new Contact("Ann", "ann@example.com");
    private static final OrderLine LINE = new OrderLine(1, "cup", null, 2, 300, "main");
    private static final Charge CHARGE = new Charge("postage", null, 250);

    @Test
    void doesNotDependOnTheMeta() {
        assertThat(ContentHash.of(submitted(2, CONTACT, LINE))).isEqualTo(ContentHash.of(submitted(1, CONTACT, LINE)));
        assertThat(ContentHash.of(shipment(2, "a", null))).isEqualTo(ContentHash.of(shipment(1, "a", null)));
        assertThat(ContentHash.of(received(2, true))).isEqualTo(ContentHash.of(received(1, true)));
    }

    /** These stand in OrderPlaced events for ever: a change of the canonical form would make every repeated submission a new one. */
    @Test
    void neverChanges() {
        assertThat(ContentHash.of(submitted(1, CONTACT, LINE))).isEqualTo(-8034570671236108227L);
        assertThat(ContentHash.of(shipment(1, "carrier", "track"))).isEqualTo(-3482790058486562218L);
        assertThat(ContentHash.of(received(1, true))).isEqualTo(-231826663915934347L);
    }

    @Test
    void dependsOnEverythingElse() {
        List<Long> hashes = new ArrayList<>();
        hashes.add(ContentHash.of(submitted(1, CONTACT, LINE)));
        hashes.add(ContentHash.of(submitted(1, null, LINE)));
        hashes.add(ContentHash.of(submitted(1, new Contact(null, null), LINE)));
        hashes.add(ContentHash.of(submitted(1, new Contact("Annann", "@example.com"), LINE)));
        hashes.add(ContentHash.of(submitted(1, CONTACT, LINE, LINE)));
        hashes.add(ContentHash.of(submitted(1, CONTACT, new OrderLine(1, "Cup", null, 2, 300, "main"))));
        hashes.add(ContentHash.of(submitted(1, CONTACT, new OrderLine(1, "cup", "", 2, 300, "main"))));
        hashes.add(ContentHash.of(submitted(1, CONTACT, new OrderLine(1, "cup", null, 3, 300, "main"))));
        hashes.add(ContentHash.of(submitted(1, CONTACT, new OrderLine(1, "cup", null, 2, 301, "main"))));
        hashes.add(ContentHash.of(submitted(1, CONTACT, new OrderLine(1, "cup", null, 2, 300, "north"))));
        hashes.add(ContentHash.of(submitted(1, CONTACT, new OrderLine(2, "cup", null, 2, 300, "main"))));
        hashes.add(ContentHash.of(full("key-2", "c", "GB", "GBP", CHARGE, 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "d", "GB", "GBP", CHARGE, 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", null, "GB", "GBP", CHARGE, 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", null, "GBP", CHARGE, 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "EUR", CHARGE, 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "GBP", new Charge("fee", null, 250), 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "GBP", new Charge("postage", "", 250), 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "GBP", new Charge("postage", null, 251), 850, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "GBP", CHARGE, 851, "token", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "GBP", CHARGE, 850, "tokem", NOON)));
        hashes.add(ContentHash.of(full("key", "c", "GB", "GBP", CHARGE, 850, "token", NOON.plusMillis(1))));
        hashes.add(ContentHash.of(shipment(1, "carrier", "track")));
        hashes.add(ContentHash.of(shipment(1, "carrier", null)));
        hashes.add(ContentHash.of(shipment(1, null, "track")));
        hashes.add(ContentHash.of(received(1, true)));
        hashes.add(ContentHash.of(received(1, false)));

        assertThat(hashes).doesNotHaveDuplicates();
    }

    private static OrderSubmitted submitted(long eventId, @Nullable Contact contact, OrderLine... lines) {
        return new OrderSubmitted(
                meta(eventId), "key", "c", contact, "GB", "GBP", List.of(lines), List.of(CHARGE), 850, "token", NOON);
    }

    private static OrderSubmitted full(
            String key,
            @Nullable String customerId,
            @Nullable String country,
            String currency,
            Charge charge,
            long total,
            String paymentMethod,
            Instant orderedAt) {
        return new OrderSubmitted(
                meta(1),
                key,
                customerId,
                CONTACT,
                country,
                currency,
                List.of(LINE),
                List.of(charge),
                total,
                paymentMethod,
                orderedAt);
    }

    private static ShipmentDispatched shipment(long eventId, @Nullable String carrier, @Nullable String trackingCode) {
        return new ShipmentDispatched(meta(eventId), "s1", List.of(new ShippedLine(1, 2)), carrier, trackingCode);
    }

    private static ReturnReceived received(long eventId, boolean restock) {
        return new ReturnReceived(meta(eventId), "r1", List.of(new ReturnedLine(1, 2, restock)), null);
    }

    private static Meta meta(long eventId) {
        UUID id = new UUID(0, eventId);
        return new Meta(id, "order", 0, NOON.plusSeconds(eventId), id, "shop");
    }
}
