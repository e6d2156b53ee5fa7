package dev.orderbackbone.operator.whatif;

/** Why something could not be compared. */
enum Reason {
    /** The service has not come so far, or had not when the check began. */
    NOT_DECIDED_YET("inputs that the service has not decided on yet"),
    /** It was put aside, so there is nothing that the present decision could be compared with. */
    PARKED("inputs that are parked: nothing was decided on them"),
    /** Something of the order was put aside, and decided on when it was sent back: among which inputs cannot be told, nor, if it was edited, what it said. */
    SENT_BACK("inputs of orders of which something that was parked was sent back"),
    /** The order is another one now, and so is what would follow. */
    BEHIND_DIFFERENCE("inputs behind a difference of the same order, after which everything could be different"),
    /** The order began before --since, or before the first record that the log still has. */
    BEGAN_EARLIER("inputs of orders whose beginning was not read (--since, or the log does not hold it any more)"),
    /** The bytes of an input or output are no message: what the order's state is cannot be known. */
    UNDECODABLE("inputs of orders with a record that does not decode"),
    /** The outputs name a cause that nobody can find. */
    CAUSE_UNKNOWN("recorded outputs whose cause is no input"),
    /** Too many orders of the inputs are possible to try them all. */
    INPUT_ORDER("inputs of orders for which no order of inputs was found that fits, nor all were tried"),
    /** Whether the present decider would have acted earlier than the next input came cannot be said: the service may have stood still. */
    DEADLINE_NOT_RECORDED("orders of which a deadline of the present decider passed, and no decision was recorded");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, for people. */
    String meaning() {
        return meaning;
    }
}
