package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;

import dev.orderbackbone.contract.payment.GatewayOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one order.
 *
 * @param orderId the order.
 * @param storeId its store.
 * @param currency ISO 4217 code; XXX (no currency) where nothing was ever to be paid.
 * @param paymentMethod token of the payment method; null until an authorisation is asked for.
 * @param authorizationId the gateway's id of the authorisation; null until there is one.
 * @param voidWish whether the rest of the authorised amount is to be given back.
 * @param voidCommandId event id of the latest command that asked for it; null where there was none.
 * @param operations everything that was ever to be done, in the order in which it was first asked for.
 * @param lastMessageId the last message that this payment has seen or made: what is decided on a passed deadline is caused by it.
 */
public record Payment(
        String orderId,
        String storeId,
        String currency,
        @Nullable String paymentMethod,
        @Nullable String authorizationId,
        VoidWish voidWish,
        @Nullable UUID voidCommandId,
        List<Operation> operations,
        UUID lastMessageId) {
    /** The id of the only operation of its kind. */
    static final String ONLY = "";

    private static final String NO_CURRENCY = "XXX";

    /** Copies the list. */
    public Payment {
        operations = List.copyOf(operations);
    }

    /** A payment of which nothing is known yet. */
    static Payment unheardOf(String orderId, String storeId, UUID cause) {
        return new Payment(orderId, storeId, NO_CURRENCY, null, null, VoidWish.NONE, null, List.of(), cause);
    }

    /** When to look at the payment again though nothing came in; null for never. */
    public @Nullable Instant nextAt() {
        return operations.stream()
                .map(Operation::nextAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    Optional<Operation> operation(GatewayOperation kind, String id) {
        return operations.stream().filter(operation -> operation.is(kind, id)).findFirst();
    }

    boolean isAuthorized() {
        return authorizedMinor() > 0;
    }

    long authorizedMinor() {
        return sum(AUTHORIZE, status -> status == OperationStatus.APPROVED);
    }

    long capturedMinor() {
        return sum(CAPTURE, status -> status == OperationStatus.APPROVED);
    }

    /** What captures may still be asked for: nothing that is or might be captured is counted twice. */
    long capturableMinor() {
        return authorizedMinor() - sum(CAPTURE, status -> !status.isRefused());
    }

    /** What refunds may still be asked for. */
    long refundableMinor() {
        return capturedMinor() - sum(REFUND, status -> !status.isRefused());
    }

    /** Whether an authorisation or a capture may still move money, so that what a void gives back is not known yet. */
    boolean isMoving() {
        return Stream.of(AUTHORIZE, CAPTURE)
                .flatMap(this::all)
                .anyMatch(operation -> operation.status().isOpen());
    }

    Optional<Operation> voiding() {
        return operation(VOID, ONLY);
    }

    Payment with(Operation changed) {
        List<Operation> others = new ArrayList<>(operations);
        others.replaceAll(known -> known.is(changed.kind(), changed.id()) ? changed : known);
        if (!others.contains(changed)) {
            others.add(changed);
        }
        return new Payment(
                orderId,
                storeId,
                currency,
                paymentMethod,
                authorizationId,
                voidWish,
                voidCommandId,
                others,
                lastMessageId);
    }

    Payment payingIn(String currency, @Nullable String paymentMethod) {
        return new Payment(
                orderId,
                storeId,
                currency,
                paymentMethod,
                authorizationId,
                voidWish,
                voidCommandId,
                operations,
                lastMessageId);
    }

    Payment authorizedAs(String authorizationId) {
        return new Payment(
                orderId,
                storeId,
                currency,
                paymentMethod,
                authorizationId,
                voidWish,
                voidCommandId,
                operations,
                lastMessageId);
    }

    Payment wishing(VoidWish voidWish, @Nullable UUID voidCommandId) {
        return new Payment(
                orderId,
                storeId,
                currency,
                paymentMethod,
                authorizationId,
                voidWish,
                voidCommandId,
                operations,
                lastMessageId);
    }

    Payment after(UUID lastMessageId) {
        return new Payment(
                orderId,
                storeId,
                currency,
                paymentMethod,
                authorizationId,
                voidWish,
                voidCommandId,
                operations,
                lastMessageId);
    }

    private long sum(GatewayOperation kind, Predicate<OperationStatus> counted) {
        return all(kind)
                .filter(operation -> counted.test(operation.status()))
                .mapToLong(Operation::amountMinor)
                .sum();
    }

    private Stream<Operation> all(GatewayOperation kind) {
        return operations.stream().filter(operation -> operation.kind() == kind);
    }
}
