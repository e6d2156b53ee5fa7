package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.invariant.PoolLog.Kind;
import java.util.HashSet;
import java.util.Set;

/** One pool's stock, recomputed movement by movement. */
final class PoolFold {
    private final SkuNames skus;
    private final long[] onHand;
    private final long[] reserved;
    private final Set<Long> corrections = new HashSet<>();

    PoolFold(SkuNames skus) {
        this.skus = skus;
        this.onHand = new long[skus.size()];
        this.reserved = new long[skus.size()];
    }

    /** Carries one movement out, and complains of what is wrong with it. */
    void apply(PoolLog log, int event, HeldStock held, Complaint complaint) {
        switch (log.kindOf(event)) {
            case RECEIVED -> received(log, event, complaint);
            case ADJUSTED -> adjusted(log, event, complaint);
            case RESERVED -> reserved(log, event, held, complaint);
            case REFUSED -> refused(log, event, held, complaint);
            case RELEASED -> released(log, event, held, complaint);
            case CONSUMED -> consumed(log, event, held, complaint);
            case RETURNED -> returned(log, event, held, complaint);
        }
    }

    /** Compares what was said of a level with what follows from the movements so far. */
    void compare(StockLevelClaims claims, int claim, Complaint complaint) {
        int sku = claims.skuOf(claim);
        if (claims.onHandOf(claim) != onHand[sku] || claims.reservedOf(claim) != reserved[sku]) {
            complaint.raise(
                    skus.nameOf(sku) + " at pool sequence " + claims.sequenceOf(claim) + ": on hand " + onHand[sku]
                            + ", reserved " + reserved[sku],
                    "on hand " + claims.onHandOf(claim) + ", reserved " + claims.reservedOf(claim),
                    claims.placeOf(claim));
        }
    }

    long onHandOf(int sku) {
        return onHand[sku];
    }

    long reservedOf(int sku) {
        return reserved[sku];
    }

    private long availableOf(int sku) {
        return onHand[sku] - reserved[sku];
    }

    private void received(PoolLog log, int event, Complaint complaint) {
        int sku = log.skuOf(log.firstLineOf(event));
        int quantity = log.quantityOf(log.firstLineOf(event));
        judgeCorrectedOnce(log, event, sku, complaint);
        if (quantity <= 0) {
            complaint.raise("a receipt of 1 or more", skus.nameOf(sku) + " " + quantity, log.placeOf(event));
        }
        onHand[sku] += quantity;
    }

    private void adjusted(PoolLog log, int event, Complaint complaint) {
        int line = log.firstLineOf(event);
        int sku = log.skuOf(line);
        long applied = log.quantityOf(line + 1);
        long due = Math.max(log.quantityOf(line), -availableOf(sku));
        judgeCorrectedOnce(log, event, sku, complaint);
        if (applied != due) {
            complaint.raise(
                    skus.nameOf(sku) + " adjusted by " + due + ", as " + log.quantityOf(line) + " was asked and "
                            + availableOf(sku) + " available",
                    Long.toString(applied),
                    log.placeOf(event));
        }
        onHand[sku] += applied;
    }

    private void reserved(PoolLog log, int event, HeldStock held, Complaint complaint) {
        judgeAnsweredOnce(log, event, held, complaint);
        for (int line = log.firstLineOf(event); line <= log.lastLineOf(event); line++) {
            int sku = log.skuOf(line);
            int quantity = log.quantityOf(line);
            if (quantity <= 0 || quantity > availableOf(sku)) {
                complaint.raise(
                        "at most " + availableOf(sku) + " of " + skus.nameOf(sku)
                                + " reserved, as no more is available",
                        Integer.toString(quantity),
                        log.placeOf(event));
            }
            reserved[sku] += quantity;
            held.reserve(sku, quantity);
        }
    }

    private void refused(PoolLog log, int event, HeldStock held, Complaint complaint) {
        judgeAnsweredOnce(log, event, held, complaint);
        if (log.firstLineOf(event) > log.lastLineOf(event)) {
            complaint.raise("a shortage as the reason of the refusal", "none", log.placeOf(event));
        }
        for (int line = log.firstLineOf(event); line <= log.lastLineOf(event); line += 2) {
            int sku = log.skuOf(line);
            long available = availableOf(sku);
            if (log.quantityOf(line) <= available || log.quantityOf(line + 1) != available) {
                complaint.raise(
                        "refused for want of " + skus.nameOf(sku) + ", of which " + available + " were available",
                        log.quantityOf(line) + " asked for, " + log.quantityOf(line + 1) + " said to be available",
                        log.placeOf(event));
            }
        }
    }

    private void released(PoolLog log, int event, HeldStock held, Complaint complaint) {
        judgeHeld(log, event, held, complaint);
        boolean within = true;
        for (int line = log.firstLineOf(event); line <= log.lastLineOf(event); line++) {
            reserved[log.skuOf(line)] -= log.quantityOf(line);
            within &= log.quantityOf(line) > 0 && held.release(log.skuOf(line), log.quantityOf(line));
        }
        if (!within || held.openUnits() != 0) {
            complaint.raise(
                    "released exactly what was still held",
                    "more, or " + held.openUnits() + " units less",
                    log.placeOf(event));
        }
        held.released();
    }

    private void consumed(PoolLog log, int event, HeldStock held, Complaint complaint) {
        judgeHeld(log, event, held, complaint);
        judgeNoted(log, event, held, "shipment", complaint);
        for (int line = log.firstLineOf(event); line <= log.lastLineOf(event); line++) {
            int sku = log.skuOf(line);
            int quantity = log.quantityOf(line);
            onHand[sku] -= quantity;
            reserved[sku] -= quantity;
            if (!held.consume(sku, quantity) || quantity <= 0) {
                complaint.raise(
                        "no more of " + skus.nameOf(sku) + " consumed than was held",
                        Integer.toString(quantity),
                        log.placeOf(event));
            }
        }
    }

    private void returned(PoolLog log, int event, HeldStock held, Complaint complaint) {
        judgeNoted(log, event, held, "return", complaint);
        for (int line = log.firstLineOf(event); line <= log.lastLineOf(event); line++) {
            int sku = log.skuOf(line);
            int quantity = log.quantityOf(line);
            onHand[sku] += quantity;
            if (!held.takeBack(sku, quantity) || quantity <= 0) {
                complaint.raise(
                        "no more of " + skus.nameOf(sku) + " back on the shelf than had left it for this order",
                        Integer.toString(quantity),
                        log.placeOf(event));
            }
        }
    }

    private void judgeCorrectedOnce(PoolLog log, int event, int sku, Complaint complaint) {
        Kind kind = log.kindOf(event);
        if (!corrections.add(Hash64.mix(log.idOf(event), sku, Hash64.of(kind)))) {
            complaint.raise(
                    "each receipt and adjustment once",
                    kind + " of " + skus.nameOf(sku) + " again",
                    log.placeOf(event));
        }
    }

    private static void judgeAnsweredOnce(PoolLog log, int event, HeldStock held, Complaint complaint) {
        if (held.isAnswered()) {
            complaint.raise(
                    "one answer of the pool to the order", log.kindOf(event) + " as a further one", log.placeOf(event));
        }
        held.answered();
    }

    private static void judgeHeld(PoolLog log, int event, HeldStock held, Complaint complaint) {
        if (!held.isAnswered() || held.isReleased()) {
            String what = held.isReleased() ? "a released reservation" : "no reservation";
            complaint.raise("a reservation that is open", log.kindOf(event) + " on " + what, log.placeOf(event));
        }
    }

    private static void judgeNoted(PoolLog log, int event, HeldStock held, String what, Complaint complaint) {
        if (!held.note(Hash64.mix(log.idOf(event), Hash64.of(log.kindOf(event))))) {
            complaint.raise("each " + what + " once", log.kindOf(event) + " again", log.placeOf(event));
        }
    }
}
