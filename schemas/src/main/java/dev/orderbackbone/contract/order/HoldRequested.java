package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * An operator stops the order until it is released.
 *
 * @param requestId the operator's id of this request.
 * @param reason why.
 * @param requestedBy who.
 */
public record HoldRequested(Meta meta, String requestId, String reason, String requestedBy) implements IntakeEvent {}
