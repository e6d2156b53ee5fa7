package dev.orderbackbone.operator.verify.invariant;

/** Takes complaints about one order. */
@FunctionalInterface
interface Complaint {
    /**
     * Something is not as it should be.
     *
     * @param places packed places of the records concerned.
     */
    void raise(String expected, String seen, long... places);
}
