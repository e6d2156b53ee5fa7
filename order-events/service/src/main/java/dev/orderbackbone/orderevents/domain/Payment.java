package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.payment.GatewayOperation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order's money. Amounts are those that the payment stated.
 *
 * @param authorization of the total.
 * @param voiding of what is authorised and not captured.
 * @param captures one per shipment with an amount, by shipment id.
 * @param refunds one per return with an amount, by return id.
 */
public record Payment(Operation authorization, Operation voiding, List<Operation> captures, List<Operation> refunds) {
    static final Payment NONE = new Payment(Operation.NOT_ASKED, Operation.NOT_ASKED, List.of(), List.of());

    long authorizedMinor() {
        return authorization.doneMinor();
    }

    long capturedMinor() {
        return captures.stream().mapToLong(Operation::doneMinor).sum();
    }

    /** Authorised and neither captured nor voided. */
    long outstandingMinor() {
        return Math.max(0, authorizedMinor() - capturedMinor() - voiding.doneMinor());
    }

    /** What can still be promised back: all that is captured, or will be, less what is refunded, or will be. */
    long refundableMinor() {
        long comesInMinor = captures.stream().mapToLong(Operation::amountMinor).sum();
        long goesOutMinor = refunds.stream().mapToLong(Operation::amountMinor).sum();
        return Math.max(0, comesInMinor - goesOutMinor);
    }

    boolean allCaptured() {
        return captures.stream().allMatch(capture -> capture.is(OperationStatus.DONE));
    }

    /** Whether nothing remains to be captured or voided, and no answer about it is to come. */
    boolean isSettled() {
        return !authorization.isAwaited()
                && allCaptured()
                && (outstandingMinor() == 0 || voiding.is(OperationStatus.DONE));
    }

    /** Every operation there is. */
    Stream<Operation> operations() {
        return Stream.of(Stream.of(authorization, voiding), captures.stream(), refunds.stream())
                .flatMap(operations -> operations);
    }

    /** The operation of that kind and id; null where there is none. */
    @Nullable
    Operation find(GatewayOperation kind, String id) {
        return switch (kind) {
            case AUTHORIZE -> authorization;
            case VOID -> voiding;
            case CAPTURE -> find(captures, id);
            case REFUND -> find(refunds, id);
            case UNKNOWN -> null;
        };
    }

    /** With an operation that is new, or in place of the one of that kind and id. */
    Payment with(GatewayOperation kind, Operation changed) {
        return switch (kind) {
            case AUTHORIZE -> new Payment(changed, voiding, captures, refunds);
            case VOID -> new Payment(authorization, changed, captures, refunds);
            case CAPTURE -> new Payment(authorization, voiding, put(captures, changed), refunds);
            case REFUND -> new Payment(authorization, voiding, captures, put(refunds, changed));
            case UNKNOWN -> this;
        };
    }

    private static @Nullable Operation find(List<Operation> operations, String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static List<Operation> put(List<Operation> operations, Operation changed) {
        return Lists.put(operations, changed, Operation::id);
    }
}
