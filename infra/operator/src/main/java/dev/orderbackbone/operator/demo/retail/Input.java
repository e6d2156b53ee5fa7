package dev.orderbackbone.operator.demo.retail;

import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.util.List;

/** What one invoice is to the backbone. */
public sealed interface Input {
    /** The invoice's number, as it stands in the file. */
    String invoice();

    /** A sale. */
    record Order(String invoice, NewOrder order) implements Input {}

    /**
     * Goods that came back, matched to the orders that they were bought with.
     *
     * @param parts one for each order concerned, at least one.
     * @param refusedLines how many of the invoice's lines match nothing that the customer bought, or are no goods.
     */
    record Return(String invoice, List<Part> parts, int refusedLines) implements Input {
        /** What goes back from one order. */
        public record Part(String orderId, String returnId, List<ReturnedLine> lines) {}
    }

    /**
     * A write-off or a find.
     *
     * @param sku the article.
     * @param delta units, negative for a write-off.
     * @param reason the remark of the file.
     */
    record Adjustment(String invoice, String sku, int delta, String reason) implements Input {}

    /**
     * Nothing that an order backbone takes in.
     *
     * @param reason one of a small set of words.
     */
    record Refused(String invoice, String reason) implements Input {}
}
