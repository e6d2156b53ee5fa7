package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;

/**
 * Somebody wants the order, or what has not shipped of it, cancelled.
 *
 * @param requestId the requester's id of this request.
 * @param reason why, in the requester's words.
 * @param requestedBy who: customer, storefront or an operator's name.
 */
public record CancellationRequested(Meta meta, String requestId, String reason, String requestedBy)
        implements IntakeEvent {}
