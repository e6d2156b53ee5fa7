package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two intake events of the same id state the same: the first 64 bits of SHA-256 over a canonical form of everything but the
 * meta. The hash of a submission stands in OrderPlaced, so the form must never change.
 */
public final class ContentHash {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream form = new ByteArrayOutputStream();

    private ContentHash() {}

    /** What a storefront stated. */
    public static long of(OrderSubmitted submitted) {
        ContentHash hash = new ContentHash();
        hash.text(submitted.idempotencyKey());
        hash.text(submitted.customerId());
        hash.contact(submitted.contact());
        hash.text(submitted.country());
        hash.text(submitted.currency());
        hash.each(submitted.lines(), ContentHash::line);
        hash.each(submitted.charges(), ContentHash::charge);
        hash.number(submitted.totalMinor());
        hash.text(submitted.paymentMethod());
        hash.number(submitted.orderedAt().toEpochMilli());
        return hash.firstBits();
    }

    /** What a warehouse stated to have sent. */
    public static long of(ShipmentDispatched shipment) {
        ContentHash hash = new ContentHash();
        hash.text(shipment.shipmentId());
        hash.each(shipment.lines(), ContentHash::shippedLine);
        hash.text(shipment.carrier());
        hash.text(shipment.trackingCode());
        return hash.firstBits();
    }

    /** What a warehouse stated to have got back. */
    public static long of(ReturnReceived received) {
        ContentHash hash = new ContentHash();
        hash.text(received.returnId());
        hash.each(received.lines(), ContentHash::returnedLine);
        hash.text(received.reason());
        return hash.firstBits();
    }

    private void contact(@Nullable Contact contact) {
        number(contact == null ? ABSENT : 1);
        if (contact != null) {
            text(contact.name());
            text(contact.email());
        }
    }

    private void line(OrderLine line) {
        number(line.lineNumber());
        text(line.sku());
        text(line.description());
        number(line.quantity());
        number(line.unitPriceMinor());
        text(line.location());
    }

    private void charge(Charge charge) {
        text(charge.code());
        text(charge.description());
        number(charge.amountMinor());
    }

    private void shippedLine(ShippedLine line) {
        number(line.lineNumber());
        number(line.quantity());
    }

    private void returnedLine(ReturnedLine line) {
        number(line.lineNumber());
        number(line.quantity());
        number(line.restock() ? 1 : 0);
    }

    private <T> void each(List<T> items, BiConsumer<ContentHash, T> item) {
        number(items.size());
        items.forEach(one -> item.accept(this, one));
    }

    /** Its length goes before it, so that no two different contents have the same form. */
    private void text(@Nullable String text) {
        if (text == null) {
            number(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        form.writeBytes(bytes);
    }

    private void number(long number) {
        form.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private long firstBits() {
        return ByteBuffer.wrap(Sha256.digest(form.toByteArray())).getLong();
    }
}
