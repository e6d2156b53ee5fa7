package dev.orderbackbone.orderevents.simulation;

import static dev.orderbackbone.contract.payment.GatewayOperation.AUTHORIZE;
import static dev.orderbackbone.contract.payment.GatewayOperation.CAPTURE;
import static dev.orderbackbone.contract.payment.GatewayOperation.REFUND;
import static dev.orderbackbone.contract.payment.GatewayOperation.VOID;
import static dev.orderbackbone.orderevents.simulation.LawBroken.unless;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The payment of one order as the saga may rely on it: idempotent by operation, and everything has an outcome in the end. */
final class PaymentModel {
    private static final String CURRENCY = "GBP";

    private final Settings settings;
    private final Chance chance;
    private final Supplier<Meta> metas;
    private final Consumer<PaymentEvent> answers;
    private final Map<String, Op> operations = new LinkedHashMap<>();
    private final Set<UUID> commands = new HashSet<>();
    private boolean approvedLate;

    PaymentModel(Settings settings, Chance chance, Supplier<Meta> metas, Consumer<PaymentEvent> answers) {
        this.settings = settings;
        this.chance = chance;
        this.metas = metas;
        this.answers = answers;
    }

    private enum State {
        UNDER_WAY,
        UNKNOWN,
        DONE,
        REFUSED
    }

    /** One operation at the gateway. */
    private static final class Op {
        final GatewayOperation kind;
        final String id;
        long amountMinor;
        State state = State.UNDER_WAY;

        Op(GatewayOperation kind, String id, long amountMinor) {
            this.kind = kind;
            this.id = id;
            this.amountMinor = amountMinor;
        }

        boolean isOpen() {
            return state == State.UNDER_WAY || state == State.UNKNOWN;
        }
    }

    void receive(PaymentCommand command) {
        if (!commands.add(command.meta().eventId())) {
            return;
        }
        switch (command) {
            case AuthorizePayment authorize -> {
                unless(find(AUTHORIZE, "") == null, "authorises twice");
                begin(AUTHORIZE, "", authorize.amountMinor());
            }
            case CapturePayment capture -> {
                if (!isKnown(CAPTURE, capture.captureId(), capture.amountMinor())) {
                    unless(find(VOID, "") == null, "captures after the void");
                    unless(
                            sumOf(CAPTURE, State.values()) + capture.amountMinor() <= authorizedMinor(),
                            "captures more than is authorised");
                    begin(CAPTURE, capture.captureId(), capture.amountMinor());
                }
            }
            case VoidPayment _ -> {
                if (!isKnown(VOID, "", outstandingMinor())) {
                    unless(authorizedMinor() > 0, "voids what is not authorised");
                    unless(sumOf(CAPTURE, State.values()) == capturedMinor(), "voids before the captures have come");
                    begin(VOID, "", outstandingMinor());
                }
            }
            case RefundPayment refund -> {
                if (!isKnown(REFUND, refund.refundId(), refund.amountMinor())) {
                    unless(
                            sumOf(REFUND, State.values()) + refund.amountMinor() <= capturedMinor(),
                            "refunds more than is captured");
                    begin(REFUND, refund.refundId(), refund.amountMinor());
                }
            }
            case ResolvePayment _ -> throw new LawBroken("the saga decided what only a person may");
        }
    }

    /** What is refused and commanded again is tried again; anything else is a repetition, for which there must be an excuse. */
    private boolean isKnown(GatewayOperation kind, String id, long amountMinor) {
        Op known = find(kind, id);
        if (known == null) {
            return false;
        }
        unless(known.amountMinor == amountMinor, kind, " ", id, " has another amount the second time");
        unless(known.state == State.REFUSED || settings.repeats(), kind, " ", id, " is commanded twice");
        if (known.state == State.REFUSED) {
            known.state = State.UNDER_WAY;
        }
        return true;
    }

    private void begin(GatewayOperation kind, String id, long amountMinor) {
        unless(amountMinor > 0, kind, " of ", amountMinor);
        operations.put(kind + id, new Op(kind, id, amountMinor));
    }

    /** Whether the gateway has something to say, now or later. */
    boolean hasOpen() {
        return operations.values().stream().anyMatch(Op::isOpen);
    }

    /** The gateway gets on with one operation. */
    void act() {
        List<Op> open = operations.values().stream().filter(Op::isOpen).toList();
        if (!open.isEmpty()) {
            act(chance.one(open));
        }
    }

    /** What was declined turns out to be approved, once. */
    void approveLate() {
        Op authorization = find(AUTHORIZE, "");
        if (authorization != null && authorization.state == State.REFUSED && !approvedLate) {
            approvedLate = true;
            succeed(authorization);
        }
    }

    private void act(Op op) {
        if (chance.in(settings.unknown())) {
            boolean review = op.state == State.UNKNOWN;
            op.state = State.UNKNOWN;
            answers.accept(new PaymentOutcomeUnknown(metas.get(), op.kind, op.id, op.amountMinor, CURRENCY, review));
            return;
        }
        boolean succeeds = !chance.in(op.kind == AUTHORIZE ? settings.decline() : settings.failure());
        if (op.state == State.UNKNOWN) {
            GatewayOutcome outcome = succeeds ? GatewayOutcome.APPROVED : GatewayOutcome.DECLINED;
            answers.accept(new PaymentOutcomeResolved(metas.get(), op.kind, op.id, outcome, "gateway"));
        }
        if (succeeds) {
            succeed(op);
        } else {
            fail(op);
        }
    }

    private void succeed(Op op) {
        op.state = State.DONE;
        answers.accept(
                switch (op.kind) {
                    case AUTHORIZE -> new PaymentAuthorized(metas.get(), op.amountMinor, CURRENCY, "auth-1");
                    case CAPTURE -> new PaymentCaptured(metas.get(), op.id, op.amountMinor, CURRENCY);
                    case VOID -> new PaymentVoided(metas.get(), op.amountMinor, CURRENCY);
                    case REFUND -> new PaymentRefunded(metas.get(), op.id, op.amountMinor, CURRENCY);
                    case UNKNOWN -> throw new AssertionError(op.kind);
                });
    }

    private void fail(Op op) {
        op.state = State.REFUSED;
        answers.accept(
                switch (op.kind) {
                    case AUTHORIZE -> new PaymentDeclined(metas.get(), "insufficient_funds");
                    case CAPTURE -> new PaymentCaptureFailed(metas.get(), op.id, op.amountMinor, CURRENCY, "refused");
                    case VOID -> new PaymentVoidFailed(metas.get(), "refused");
                    case REFUND -> new PaymentRefundFailed(metas.get(), op.id, op.amountMinor, CURRENCY, "refused");
                    case UNKNOWN -> throw new AssertionError(op.kind);
                });
    }

    boolean wasApprovedLate() {
        return approvedLate;
    }

    long authorizedMinor() {
        return sumOf(AUTHORIZE, State.DONE);
    }

    long capturedMinor() {
        return sumOf(CAPTURE, State.DONE);
    }

    long refundedMinor() {
        return sumOf(REFUND, State.DONE);
    }

    /** I5: authorised = captured + voided + outstanding. */
    long outstandingMinor() {
        return authorizedMinor() - capturedMinor() - sumOf(VOID, State.DONE);
    }

    private long sumOf(GatewayOperation kind, State... states) {
        Set<State> counted = Set.of(states);
        return operations.values().stream()
                .filter(op -> op.kind == kind && counted.contains(op.state))
                .mapToLong(op -> op.amountMinor)
                .sum();
    }

    private @Nullable Op find(GatewayOperation kind, String id) {
        return operations.get(kind + id);
    }
}
