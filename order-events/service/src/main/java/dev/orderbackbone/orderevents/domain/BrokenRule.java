package dev.orderbackbone.orderevents.domain;

/**
 * A rule that an intake event breaks.
 *
 * @param rule the rule's name, which is stable: storefronts may depend on it.
 * @param field JSON pointer (RFC 6901) to the field that breaks it, in the event; empty for the whole event.
 * @param message what is wrong, for a person.
 */
public record BrokenRule(String rule, String field, String message) {

    /** The same, of an object that stands at {@code pointer} in the event. */
    BrokenRule under(String pointer) {
        return new BrokenRule(rule, pointer + field, message);
    }
}
