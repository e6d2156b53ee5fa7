package dev.orderbackbone.orderevents.client;

/** What the backbone says to a request. */
public sealed interface Answer {

    /**
     * The log has it. Whether it can be done is decided afterwards, and told on the topics and by {@link OrdersHttpClient#find}.
     *
     * @param orderId the order concerned; empty for stock.
     */
    record Accepted(String orderId) implements Answer {}

    /**
     * Nothing was taken in, and the same request would be refused again.
     *
     * @param status HTTP status, 400 to 499.
     * @param rule the rule that is broken, such as total-equals-sum; empty where something other than the backbone refused.
     * @param field JSON pointer (RFC 6901) into the body, or a header's name; empty for the whole request.
     * @param detail what is wrong, for a person.
     */
    record Refused(int status, String rule, String field, String detail) implements Answer {}
}
