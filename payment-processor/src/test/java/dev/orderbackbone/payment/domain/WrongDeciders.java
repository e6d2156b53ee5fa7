package dev.orderbackbone.payment.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a decider could do wrong: the laws are worth what they catch. */
final class WrongDeciders {
    private static final Decides RIGHT = Decides.by(PaymentRules.USUAL);

    private WrongDeciders() {}

    static Map<String, Decides> byFault() {
        return new TreeMap<>(Map.of(
                "forgets what it decided", new ForgetsWhatItDecided(),
                "takes a new key for each call", new TakesANewKeyForEachCall(),
                "takes silence for a no", new TakesSilenceForANo(),
                "never looks at deadlines", new NeverLooksAtDeadlines(),
                "forgets voids", new ForgetsVoids(),
                "does not tell that it is resolved", new DoesNotTellThatItIsResolved(),
                "tells everything twice", new TellsEverythingTwice(),
                "captures without looking at the rest", new CapturesWithoutLookingAtTheRest(),
                "calls again though the key is dead", callsAgainThoughTheKeyIsDead()));
    }

    private static Decides callsAgainThoughTheKeyIsDead() {
        AskSchedule tooLong = new AskSchedule(AskSchedule.USUAL.waits(), Duration.ofDays(5));
        return Decides.by(new PaymentRules(Duration.ofMinutes(1), tooLong));
    }

    /** The right decider with a way to spoil it. */
    private abstract static class Wrong implements Decides {
        @Override
        public Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now) {
            return spoil(RIGHT.decide(payment, input, now));
        }

        @Override
        public Decision<Payment> decideDue(Payment payment, Instant now) {
            return spoil(RIGHT.decideDue(payment, now));
        }

        List<Message> told(List<Message> messages) {
            return messages;
        }

        private Decision<Payment> spoil(Decision<Payment> decision) {
            return decision instanceof Decision.Decided<Payment>(Payment state, List<Message> messages)
                    ? Decision.decided(state, told(messages))
                    : decision;
        }
    }

    private static final class ForgetsWhatItDecided extends Wrong {
        @Override
        public Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now) {
            return super.decide(input instanceof PaymentCommand ? null : payment, input, now);
        }
    }

    private static final class TakesANewKeyForEachCall extends Wrong {
        @Override
        List<Message> told(List<Message> messages) {
            return messages.stream()
                    .map(message -> message instanceof GatewayCall call
                            ? withKey(call, call.idempotencyKey() + call.callId())
                            : message)
                    .toList();
        }
    }

    private static final class TakesSilenceForANo extends Wrong {
        @Override
        public Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now) {
            boolean silence = input instanceof GatewayAnswer it && it.outcome() == GatewayOutcome.NO_ANSWER;
            return super.decide(payment, silence ? declined((GatewayAnswer) input) : input, now);
        }
    }

    private static final class NeverLooksAtDeadlines extends Wrong {
        @Override
        public Decision<Payment> decideDue(Payment payment, Instant now) {
            return Decision.decided(changed(
                    payment,
                    operation -> operation.status() == OperationStatus.REQUESTED
                            ? operation.ended(OperationStatus.FAILED)
                            : operation.ended(OperationStatus.REVIEW)));
        }
    }

    private static final class ForgetsVoids extends Wrong {
        @Override
        public Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now) {
            return input instanceof VoidPayment ? Decision.ignored("forgotten") : super.decide(payment, input, now);
        }
    }

    private static final class DoesNotTellThatItIsResolved extends Wrong {
        @Override
        List<Message> told(List<Message> messages) {
            return messages.stream()
                    .filter(message -> !(message instanceof PaymentOutcomeResolved))
                    .toList();
        }
    }

    private static final class TellsEverythingTwice extends Wrong {
        @Override
        List<Message> told(List<Message> messages) {
            return Stream.concat(messages.stream(), messages.stream()).toList();
        }
    }

    private static final class CapturesWithoutLookingAtTheRest extends Wrong {
        @Override
        public Decision<Payment> decide(@Nullable Payment payment, Message input, Instant now) {
            return super.decide(payment == null ? null : withoutCaptures(payment), input, now);
        }
    }

    private static Payment withoutCaptures(Payment payment) {
        return changed(
                payment,
                operation ->
                        operation.kind() == GatewayOperation.CAPTURE && operation.status() == OperationStatus.APPROVED
                                ? operation.ended(OperationStatus.FAILED)
                                : operation);
    }

    private static Payment changed(Payment payment, UnaryOperator<Operation> change) {
        Payment changed = payment;
        for (Operation operation : payment.operations()) {
            changed = changed.with(change.apply(operation));
        }
        return changed;
    }

    private static GatewayCall withKey(GatewayCall call, String key) {
        return new GatewayCall(
                call.meta(),
                call.callId(),
                call.operation(),
                call.operationId(),
                call.ask(),
                key,
                call.attempt(),
                call.authorizationId(),
                call.amountMinor(),
                call.currency(),
                call.paymentMethod(),
                call.answerBy());
    }

    private static GatewayAnswer declined(GatewayAnswer answer) {
        return new GatewayAnswer(
                answer.meta(),
                answer.callId(),
                answer.operation(),
                answer.operationId(),
                GatewayOutcome.DECLINED,
                answer.authorizationId(),
                answer.amountMinor(),
                answer.code());
    }
}
