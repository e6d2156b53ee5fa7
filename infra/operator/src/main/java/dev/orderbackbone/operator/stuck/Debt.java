package dev.orderbackbone.operator.stuck;

/**
 * What an order waits for.
 *
 * @param missing the event.
 * @param owedBy who is to bring it about.
 * @param because what is known of it; empty where that says it all.
 */
record Debt(String missing, String owedBy, String because) {
    static final String OPERATOR = "an operator";

    /** Who owes it, and what is known. */
    String owner() {
        return because.isEmpty() ? owedBy : owedBy + " (" + because + ")";
    }
}
