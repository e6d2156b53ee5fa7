package dev.orderbackbone.simulators.json;

/** What is wrong with a JSON text, in words that can be sent back to whoever wrote it. */
public final class JsonProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public JsonProblem(String field, String rule) {
        super(rule);
        this.field = field;
    }

    /** The field that breaks the rule; empty where the whole text does. */
    public String field() {
        return field;
    }

    /** The rule that is broken, for example "must be a whole number". */
    public String rule() {
        return String.valueOf(getMessage());
    }
}
