package dev.orderbackbone.operator.verify.invariant;

/** The invariants, as the design numbers them. */
public enum Law {
    I1(
            "submissions",
            "each submission is placed, refused, or repeats an earlier one; none that was answered 202 is missing"),
    I2("intents", "one order for each store and idempotency key"),
    I3("histories", "an order's events are numbered 1, 2, ... and each follows legally from the one before"),
    I4("outcomes", "at most one outcome for each order, and one for each when everything is quiet"),
    I5("money", "authorised = captured + voided + outstanding; captured = shipped; nothing is kept for nothing"),
    I6("gateway", "the gateway's own ledger shows each movement of money once, on request, with that amount"),
    I7("stock", "what is on hand and reserved follows from the movements, nothing is oversold, nothing stays reserved"),
    I8("messages", "each customer is told each thing once on each channel, and only what happened"),
    I9("read models", "every row is the fold of its order's events up to the row's stored position"),
    I10("inputs", "every input of every consumer had an effect, is parked, or is counted as ignored"),
    I11("causes", "event ids are unique and every cause exists earlier");

    private final String title;
    private final String says;

    Law(String title, String says) {
        this.title = title;
        this.says = says;
    }

    /** A word for the report. */
    public String title() {
        return title;
    }

    /** What it says, in a sentence. */
    public String says() {
        return says;
    }
}
