package dev.orderbackbone.orderevents.adapter.http;

/** A request that is answered with a problem. */
final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String rule;
    private final String field;

    /**
     * A refusal.
     *
     * @param status HTTP status.
     * @param rule the broken rule, such as unknown-field.
     * @param field JSON pointer (RFC 6901) into the body, or a header's name; empty for the whole request.
     * @param message what is wrong, for a person.
     */
    RefusedRequest(int status, String rule, String field, String message) {
        super(message, null, false, false); // an answer, not a fault: it needs no stack trace
        this.status = status;
        this.rule = rule;
        this.field = field;
    }

    /** The body is no such object as is expected. */
    static RefusedRequest malformed(String rule, String field, String message) {
        return new RefusedRequest(400, rule, field, message);
    }

    /** The body is understood and breaks a rule. */
    static RefusedRequest broken(String rule, String field, String message) {
        return new RefusedRequest(422, rule, field, message);
    }

    int status() {
        return status;
    }

    String rule() {
        return rule;
    }

    String field() {
        return field;
    }
}
