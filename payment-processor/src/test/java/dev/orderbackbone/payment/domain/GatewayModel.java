package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOutcome.APPROVED;
import static dev.orderbackbone.contract.payment.GatewayOutcome.DECLINED;
import static dev.orderbackbone.contract.payment.GatewayOutcome.INVALID;
import static dev.orderbackbone.contract.payment.GatewayOutcome.NOT_FOUND;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway that tells the truth, carries out each idempotency key once while the key lives, and keeps a ledger. */
final class GatewayModel {
    static final Duration KEY_LIFE = Duration.ofHours(24);
    static final String AUTHORIZATION = "auth_1";

    private final Map<String, Entry> byKey = new HashMap<>();
    private final List<Entry> ledger = new ArrayList<>();

    /** What came of one request. */
    record Entry(GatewayOperation operation, String operationId, long amountMinor, GatewayOutcome outcome, Instant at) {
        boolean approves(GatewayOperation operation, String operationId) {
            return outcome == APPROVED && this.operation == operation && this.operationId.equals(operationId);
        }
    }

    /** Carries the request out, or repeats what came of it before. */
    GatewayOutcome perform(GatewayCall call, boolean declines, Instant now) {
        Optional<Entry> before = known(call.idempotencyKey(), now);
        if (before.isPresent()) {
            return before.get().outcome();
        }
        GatewayOutcome outcome = isAllowed(call) ? (declines ? DECLINED : APPROVED) : INVALID;
        Entry entry = new Entry(call.operation(), call.operationId(), call.amountMinor(), outcome, now);
        byKey.put(call.idempotencyKey(), entry);
        ledger.add(entry);
        return outcome;
    }

    GatewayOutcome ask(GatewayCall call, Instant now) {
        return known(call.idempotencyKey(), now).map(Entry::outcome).orElse(NOT_FOUND);
    }

    List<Entry> ledger() {
        return ledger;
    }

    boolean hasApproved(GatewayOperation operation, String operationId) {
        return ledger.stream().anyMatch(entry -> entry.approves(operation, operationId));
    }

    long approvedMinor(GatewayOperation operation) {
        return ledger.stream()
                .filter(entry -> entry.operation() == operation && entry.outcome() == APPROVED)
                .mapToLong(Entry::amountMinor)
                .sum();
    }

    private Optional<Entry> known(String key, Instant now) {
        return Optional.ofNullable(byKey.get(key))
                .filter(entry -> now.isBefore(entry.at().plus(KEY_LIFE)));
    }

    private boolean isAllowed(GatewayCall call) {
        long authorized = approvedMinor(GatewayOperation.AUTHORIZE);
        long captured = approvedMinor(GatewayOperation.CAPTURE);
        long rest = authorized - captured - approvedMinor(GatewayOperation.VOID);
        long refundable = captured - approvedMinor(GatewayOperation.REFUND);
        return switch (call.operation()) {
            case AUTHORIZE -> true;
            case CAPTURE -> call.amountMinor() <= rest;
            case VOID -> rest > 0 && call.amountMinor() == rest;
            case REFUND -> call.amountMinor() <= refundable;
            case UNKNOWN -> false;
        };
    }
}
