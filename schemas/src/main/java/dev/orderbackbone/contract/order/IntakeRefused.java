package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;

/**
 * An intake event that changed nothing, and what was wrong with it (topic orders.refusals). The causation id
 * names it.
 *
 * @param intakeType record name of the refused event, such as OrderSubmitted.
 * @param rule the broken rule, such as total-equals-sum.
 * @param field JSON pointer (RFC 6901) to the field that breaks it; empty for the whole event.
 * @param message what is wrong, for a person.
 */
public record IntakeRefused(Meta meta, String intakeType, String rule, String field, String message)
        implements Message {}
