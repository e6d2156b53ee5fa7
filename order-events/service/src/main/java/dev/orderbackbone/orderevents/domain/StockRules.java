package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.TextRules.PROSE_LENGTH;
import static dev.orderbackbone.orderevents.domain.TextRules.id;
import static dev.orderbackbone.orderevents.domain.TextRules.optional;

import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must be true of a stock receipt or adjustment before it is handed to the pools. */
public final class StockRules {
    /** Most lines of a receipt or an adjustment. */
    public static final int MOST_LINES = 10_000;

    private static final String LINES = "/lines";

    private static final List<Rule<StockLine>> RECEIVED_LINE = List.of(
            id("/sku", StockLine::sku),
            line -> SubmissionRules.within("quantity-range", "/quantity", line.quantity(), 1, Integer.MAX_VALUE));

    private static final List<Rule<StockDelta>> ADJUSTED_LINE = List.of(
            id("/sku", StockDelta::sku),
            line -> line.delta() == 0 ? new BrokenRule("delta-not-zero", "/delta", "would change nothing") : null);

    private static final List<Rule<ReceiveStock>> RECEIPT = List.of(
            id("/storeId", receipt -> receipt.meta().storeId()),
            id("/location", ReceiveStock::pool),
            id("/receiptId", ReceiveStock::receiptId),
            Rule.size(LINES, ReceiveStock::lines, 1, MOST_LINES),
            Rule.each(LINES, ReceiveStock::lines, RECEIVED_LINE),
            receipt -> repeatedSku(receipt.lines(), StockLine::sku));

    private static final List<Rule<AdjustStock>> ADJUSTMENT = List.of(
            id("/storeId", adjustment -> adjustment.meta().storeId()),
            id("/location", AdjustStock::pool),
            id("/adjustmentId", AdjustStock::adjustmentId),
            optional("/reason", PROSE_LENGTH, AdjustStock::reason),
            Rule.size(LINES, AdjustStock::lines, 1, MOST_LINES),
            Rule.each(LINES, AdjustStock::lines, ADJUSTED_LINE),
            adjustment -> repeatedSku(adjustment.lines(), StockDelta::sku));

    private StockRules() {}

    /** The first rule that a receipt for a whole location (as its pool) breaks; null where it keeps them all. */
    public static @Nullable BrokenRule firstBroken(ReceiveStock receipt) {
        return Rule.firstBroken(RECEIPT, receipt);
    }

    /** The first rule that an adjustment of a whole location (as its pool) breaks; null where it keeps them all. */
    public static @Nullable BrokenRule firstBroken(AdjustStock adjustment) {
        return Rule.firstBroken(ADJUSTMENT, adjustment);
    }

    private static <L> @Nullable BrokenRule repeatedSku(List<L> lines, Function<L, String> sku) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!seen.add(sku.apply(lines.get(index)))) {
                return new BrokenRule("sku-once", LINES + "/" + index + "/sku", "stands on an earlier line already");
            }
        }
        return null;
    }
}
