package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * An operator lets a held order go on.
 *
 * @param requestId the operator's id of this request.
 * @param reason why.
 * @param requestedBy who.
 */
public record ReleaseRequested(Meta meta, String requestId, String reason, String requestedBy) implements IntakeEvent {}
