package dev.orderbackbone.payment.domain;

/** Whether the rest of the authorised amount is to be given back. Once wished for, it stays wished for: nothing is captured any more. */
public enum VoidWish {
    /** Nobody asked for it. */
    NONE,
    /** Asked for; it waits until nothing else is under way. */
    WAITING,
    /** Called for, or answered because there was nothing to give back. */
    SETTLED
}
