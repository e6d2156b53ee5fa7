package dev.orderbackbone.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What must hold in every world, after each decision and when all is quiet. It looks at messages and the ledger first of all. */
final class PaymentLaws {
    private final GatewayModel gateway;
    private final Set<UUID> knownIds = new HashSet<>();
    private final Map<String, String> operationOfKey = new HashMap<>();
    private final Map<String, Long> approvedMinor = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> commanded = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    PaymentLaws(GatewayModel gateway) {
        this.gateway = gateway;
    }

    void input(Message input) {
        knownIds.add(input.meta().eventId());
        if (input instanceof PaymentCommand command) {
            commanded.add(Names.of(command));
        }
    }

    void output(Message output) {
        Meta meta = output.meta();
        assertThat(knownIds).as("causation ids are known").contains(meta.causationId());
        assertThat(knownIds.add(meta.eventId())).as("event ids are unique").isTrue();
        switch (output) {
            case GatewayCall call -> called(call);
            case PaymentEvent event -> happened(event);
            default -> throw new AssertionError("nobody asked for " + output);
        }
    }

    /** After each decision. */
    void check(Payment payment) {
        ledgerIsRight();
        assertThat(sumOf(GatewayOperation.CAPTURE)).isLessThanOrEqualTo(sumOf(GatewayOperation.AUTHORIZE));
        assertThat(sumOf(GatewayOperation.REFUND)).isLessThanOrEqualTo(sumOf(GatewayOperation.CAPTURE));
        for (Operation operation : payment.operations()) {
            boolean isWaiting =
                    operation.status() == OperationStatus.REQUESTED || operation.status() == OperationStatus.UNKNOWN;
            Instant nextAt = operation.nextAt();
            assertThat(nextAt != null)
                    .as("what is open, and only that, has a next time: %s", operation)
                    .isEqualTo(isWaiting);
        }
    }

    /** When nothing is under way any more and every review has been done. */
    void checkQuiet(Payment payment) {
        check(payment);
        assertThat(payment.operations())
                .as("every operation ends")
                .noneMatch(it -> it.status().isOpen());
        assertThat(unknown).as("every unknown outcome is resolved").isEmpty();
        assertThat(answered).as("every command is answered").containsAll(commanded);
        for (GatewayModel.Entry entry : gateway.ledger()) {
            if (entry.outcome() == GatewayOutcome.APPROVED) {
                assertThat(approvedMinor)
                        .as("every effect is told")
                        .containsEntry(Names.of(entry.operation(), entry.operationId()), entry.amountMinor());
            }
        }
        long outstanding = gateway.approvedMinor(GatewayOperation.AUTHORIZE)
                - gateway.approvedMinor(GatewayOperation.CAPTURE)
                - gateway.approvedMinor(GatewayOperation.VOID);
        if (commanded.contains("VOID")
                && payment.voiding().stream().noneMatch(it -> it.status().isRefused())) {
            assertThat(outstanding).as("what is given back is given back whole").isZero();
        }
    }

    private void called(GatewayCall call) {
        String name = Names.of(call.operation(), call.operationId());
        assertThat(operationOfKey.merge(call.idempotencyKey(), name, (before, now) -> before))
                .as("a key belongs to one operation")
                .isEqualTo(name);
        assertThat(approvedMinor).as("what is done is not called for again").doesNotContainKey(name);
        if (call.ask()) {
            assertThat(unknown).as("only what is unknown is asked about").contains(name);
        }
    }

    private void happened(PaymentEvent event) {
        switch (event) {
            case PaymentAuthorized it -> approved("AUTHORIZE", it.amountMinor());
            case PaymentCaptured it -> approved("CAPTURE " + it.captureId(), it.amountMinor());
            case PaymentRefunded it -> approved("REFUND " + it.refundId(), it.amountMinor());
            case PaymentVoided it -> voided(it);
            case PaymentDeclined _ -> refused("AUTHORIZE");
            case PaymentCaptureFailed it -> refused("CAPTURE " + it.captureId());
            case PaymentRefundFailed it -> refused("REFUND " + it.refundId());
            case PaymentVoidFailed _ -> refused("VOID");
            case PaymentOutcomeUnknown it -> unknown(it);
            case PaymentOutcomeResolved it ->
                assertThat(unknown.remove(Names.of(it.operation(), it.operationId())))
                        .as("only what is unknown is resolved")
                        .isTrue();
        }
    }

    private void unknown(PaymentOutcomeUnknown event) {
        boolean isNew = unknown.add(Names.of(event.operation(), event.operationId()));
        assertThat(isNew || event.reviewRequired())
                .as("what is unknown is said once")
                .isTrue();
    }

    private void voided(PaymentVoided event) {
        if (event.amountMinor() == 0) {
            answered.add("VOID");
        } else {
            approved("VOID", event.amountMinor());
        }
    }

    private void approved(String name, long amountMinor) {
        assertThat(approvedMinor.put(name, amountMinor))
                .as("%s happens once", name)
                .isNull();
        assertThat(unknown).as("an outcome is resolved before it is told").doesNotContain(name);
        assertThat(gateway.ledger())
                .as("what is told to be done is done")
                .anyMatch(entry -> entry.outcome() == GatewayOutcome.APPROVED
                        && Names.of(entry.operation(), entry.operationId()).equals(name)
                        && entry.amountMinor() == amountMinor);
        answered.add(name);
    }

    private void refused(String name) {
        assertThat(approvedMinor).as("what is done is not refused later").doesNotContainKey(name);
        assertThat(unknown).as("an outcome is resolved before it is told").doesNotContain(name);
        answered.add(name);
    }

    private void ledgerIsRight() {
        Set<String> done = new HashSet<>();
        for (GatewayModel.Entry entry : gateway.ledger()) {
            assertThat(entry.outcome()).as("nothing impossible is asked for").isNotEqualTo(GatewayOutcome.INVALID);
            if (entry.outcome() == GatewayOutcome.APPROVED) {
                assertThat(done.add(Names.of(entry.operation(), entry.operationId())))
                        .as("%s is done once", entry)
                        .isTrue();
            }
        }
    }

    private long sumOf(GatewayOperation operation) {
        return approvedMinor.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(operation.name()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Names of operations, such as {@code CAPTURE c1}. */
    static final class Names {
        private Names() {}

        static String of(GatewayOperation operation, String id) {
            return id.isEmpty() ? operation.name() : operation.name() + " " + id;
        }

        static String of(PaymentCommand command) {
            return switch (command) {
                case AuthorizePayment _ -> "AUTHORIZE";
                case CapturePayment it -> "CAPTURE " + it.captureId();
                case VoidPayment _ -> "VOID";
                case RefundPayment it -> "REFUND " + it.refundId();
                case ResolvePayment it -> of(it.operation(), it.operationId());
            };
        }

        static String of(GatewayAnswer answer) {
            return of(answer.operation(), answer.operationId());
        }
    }
}
