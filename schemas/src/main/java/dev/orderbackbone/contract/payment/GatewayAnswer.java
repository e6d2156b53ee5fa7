package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the payment gateway said, or that nobody knows (topic payments.answers).
 *
 * @param callId the call that this answers.
 * @param operation what was to be done.
 * @param operationId which of the order's operations: the capture id or refund id; empty for the authorisation
 *      and the void.
 * @param outcome what came of it.
 * @param authorizationId the gateway's id of the authorisation, where known.
 * @param amountMinor amount that the gateway states, minor units; that of the call where it states none.
 * @param code the gateway's or the caller's code, such as insufficient_funds or timeout; empty on approval.
 */
public record GatewayAnswer(
        Meta meta,
        UUID callId,
        GatewayOperation operation,
        String operationId,
        GatewayOutcome outcome,
        @Nullable String authorizationId,
        long amountMinor,
        String code)
        implements Message {}
