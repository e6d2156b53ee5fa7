package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order says, in one word, so that it can be compared with what it said elsewhere. */
final class ContentFingerprint {
    private ContentFingerprint() {}

    /** What is both submitted and placed. */
    static long ofOrder(OrderSubmitted submitted) {
        return Hash64.mix(
                Hash64.of(submitted.idempotencyKey()),
                Hash64.of(submitted.customerId()),
                of(submitted.contact()),
                Hash64.of(submitted.country()),
                Hash64.of(submitted.currency()),
                ofLines(submitted.lines()),
                ofCharges(submitted.charges()),
                submitted.totalMinor(),
                of(submitted.orderedAt()));
    }

    /** What is both submitted and placed. */
    static long ofOrder(OrderPlaced placed) {
        return Hash64.mix(
                Hash64.of(placed.idempotencyKey()),
                Hash64.of(placed.customerId()),
                of(placed.contact()),
                Hash64.of(placed.country()),
                Hash64.of(placed.currency()),
                ofLines(placed.lines()),
                ofCharges(placed.charges()),
                placed.totalMinor(),
                of(placed.orderedAt()));
    }

    private static long of(@Nullable Contact contact) {
        return contact == null ? 0 : Hash64.mix(Hash64.of(contact.name()), Hash64.of(contact.email()));
    }

    private static long of(Instant time) {
        return time.toEpochMilli();
    }

    private static long ofLines(List<OrderLine> lines) {
        long hash = lines.size();
        for (OrderLine line : lines) {
            hash = Hash64.mix(
                    hash,
                    line.lineNumber(),
                    Hash64.of(line.sku()),
                    Hash64.of(line.description()),
                    line.quantity(),
                    line.unitPriceMinor(),
                    Hash64.of(line.location()));
        }
        return hash;
    }

    private static long ofCharges(List<Charge> charges) {
        long hash = charges.size();
        for (Charge charge : charges) {
            hash = Hash64.mix(hash, Hash64.of(charge.code()), Hash64.of(charge.description()), charge.amountMinor());
        }
        return hash;
    }
}
