package dev.orderbackbone.payment.domain;

import static dev.orderbackbone.contract.payment.GatewayOutcome.APPROVED;
import static dev.orderbackbone.contract.payment.GatewayOutcome.NOT_FOUND;
import static dev.orderbackbone.contract.payment.GatewayOutcome.NO_ANSWER;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.ResolvePayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment in a world in which everything goes wrong that can: commands come in any order and repeatedly, calls are lost, carried out
 * late, carried out twice, answered late or never. The same seed makes the same world.
 */
final class PaymentWorld {
    static final String ORDER = "order-1";

    private static final int STEPS = 60;
    private static final int MOST_STEPS_UNTIL_QUIET = 20_000;
    private static final int DECLINES_PERCENT = 15;

    private final Random random;
    private final Decides decider;
    private final GatewayModel gateway = new GatewayModel();
    private final PaymentLaws laws = new PaymentLaws(gateway);
    private final List<PaymentCommand> commands = new ArrayList<>();
    private final List<GatewayCall> calls = new ArrayList<>();
    private final List<GatewayAnswer> answers = new ArrayList<>();
    /** Calls that were given up, but which the gateway will still carry out. */
    private final List<GatewayCall> ghosts = new ArrayList<>();

    /** How many of a hundred askings the gateway does not answer: in some worlds it is gone for days. */
    private final int unansweredPercent;

    private final Set<Class<?>> told = new HashSet<>();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private @Nullable Payment payment;
    private boolean calm;

    PaymentWorld(long seed, Decides decider) {
        this.random = new Random(seed);
        this.unansweredPercent = random.nextInt(4) == 0 ? 98 : 20;
        this.decider = decider;
    }

    /** Lets it all happen; throws when a law is broken. */
    void run() {
        for (int step = 0; step < STEPS; step++) {
            happen();
        }
        calm = true;
        for (int step = 0; goesOn(); step++) {
            if (step > MOST_STEPS_UNTIL_QUIET) {
                throw new AssertionError("it never ends: " + payment);
            }
        }
        if (payment != null) {
            laws.checkQuiet(payment);
        }
    }

    /** The kinds of messages that came of it. */
    Set<Class<?>> told() {
        return told;
    }

    private void happen() {
        int dice = random.nextInt(100);
        if (dice < 20) {
            command(newCommand());
        } else if (dice < 25 && !commands.isEmpty()) {
            command(any(commands));
        } else if (dice < 52 && !calls.isEmpty()) {
            work(take(calls, 15));
        } else if (dice < 72 && !answers.isEmpty()) {
            decide(take(answers, 12));
        } else if (dice < 76 && !ghosts.isEmpty()) {
            haunt();
        } else if (dice < 82) {
            pass(Duration.ofMillis(random.nextInt(40_000)));
        } else if (dice < 97) {
            passUntilDue();
        } else {
            review();
        }
    }

    /** One step towards quiet: nothing goes wrong any more. False when there is nothing left to do. */
    private boolean goesOn() {
        if (!ghosts.isEmpty()) {
            haunt();
        } else if (!calls.isEmpty()) {
            work(take(calls, 0));
        } else if (!answers.isEmpty()) {
            decide(take(answers, 0));
        } else if (dueAt() != null) {
            passUntilDue();
        } else {
            return review();
        }
        return true;
    }

    private PaymentCommand newCommand() {
        int dice = random.nextInt(100);
        long amountMinor = 1L + random.nextInt(1_500);
        String id = String.valueOf(random.nextInt(4));
        if (dice < 45 && commands.isEmpty()) {
            return new AuthorizePayment(meta(), 1_000 + random.nextInt(4_000), "EUR", "tok");
        }
        if (dice < 50) {
            return new AuthorizePayment(meta(), amountMinor, "EUR", "tok");
        }
        if (dice < 75) {
            return new CapturePayment(meta(), "c" + id, amountOf("c" + id, amountMinor), "EUR");
        }
        if (dice < 82) {
            return new VoidPayment(meta(), "REQUESTED");
        }
        return new RefundPayment(meta(), "r" + id, amountOf("r" + id, amountMinor), "EUR");
    }

    /** Mostly the amount that this id was commanded with before. */
    private long amountOf(String id, long otherwise) {
        return commands.stream()
                .filter(command -> random.nextInt(10) > 0)
                .<Long>mapMulti((command, sink) -> {
                    if (command instanceof CapturePayment it && it.captureId().equals(id)) {
                        sink.accept(it.amountMinor());
                    } else if (command instanceof RefundPayment it
                            && it.refundId().equals(id)) {
                        sink.accept(it.amountMinor());
                    }
                })
                .findFirst()
                .orElse(otherwise);
    }

    private void command(PaymentCommand command) {
        commands.add(command);
        decide(command);
    }

    /** What the worker makes of a call. */
    private void work(GatewayCall call) {
        if (now.isAfter(call.answerBy())) {
            return;
        }
        int dice = calm ? 100 : random.nextInt(100);
        if (call.ask()) {
            answer(call, dice < unansweredPercent ? NO_ANSWER : gateway.ask(call, now));
        } else if (dice < 10) {
            return; // archived, or the worker died before
        } else if (dice < 18) {
            perform(call); // the worker died after
        } else if (dice < 26) {
            perform(call);
            answer(call, NO_ANSWER);
        } else if (dice < 34) {
            answer(call, NO_ANSWER);
        } else if (dice < 42) {
            ghosts.add(call);
            answer(call, NO_ANSWER);
        } else if (dice < 48) {
            answer(call, NOT_FOUND);
        } else {
            answer(call, perform(call));
        }
    }

    private GatewayOutcome perform(GatewayCall call) {
        boolean declines = random.nextInt(100) < DECLINES_PERCENT;
        return gateway.perform(call, declines, now);
    }

    private void answer(GatewayCall call, GatewayOutcome outcome) {
        String authorizationId = outcome == APPROVED ? GatewayModel.AUTHORIZATION : null;
        answers.add(new GatewayAnswer(
                meta(),
                call.callId(),
                call.operation(),
                call.operationId(),
                outcome,
                authorizationId,
                call.amountMinor(),
                outcome.name()));
    }

    private void haunt() {
        perform(take(ghosts, 0));
    }

    private void pass(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) > 0) {
            while (!ghosts.isEmpty()) {
                haunt(); // a gateway does not sit on a request for longer
            }
        }
        now = now.plus(time);
        Instant due = dueAt();
        if (payment != null && due != null && !due.isAfter(now)) {
            keep(decider.decideDue(payment, now));
        }
    }

    private void passUntilDue() {
        Instant due = dueAt();
        if (due != null) {
            pass(due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO);
        }
    }

    private @Nullable Instant dueAt() {
        return payment == null ? null : payment.nextAt();
    }

    /** A person finds out about an operation that nobody knows of. False when there is none. */
    private boolean review() {
        Optional<Operation> lost = payment == null
                ? Optional.empty()
                : payment.operations().stream()
                        .filter(operation -> operation.status().isUnknown())
                        .filter(this::isOver)
                        .findFirst();
        lost.ifPresent(operation -> {
            boolean done = gateway.hasApproved(operation.kind(), operation.id());
            GatewayOutcome outcome = done ? APPROVED : random.nextBoolean() ? NOT_FOUND : GatewayOutcome.DECLINED;
            decide(new ResolvePayment(
                    meta(),
                    operation.kind(),
                    operation.id(),
                    outcome,
                    done ? GatewayModel.AUTHORIZATION : null,
                    "seen in the ledger",
                    "ann"));
        });
        return lost.isPresent();
    }

    /** Whether nothing can come of the calls that were made for it: a person does not decide before that. */
    private boolean isOver(Operation operation) {
        return ghosts.stream().noneMatch(call -> operation.is(call.operation(), call.operationId()))
                && calls.stream()
                        .filter(call -> operation.is(call.operation(), call.operationId()))
                        .allMatch(call -> call.ask() || now.isAfter(call.answerBy()));
    }

    private void decide(Message input) {
        laws.input(input);
        keep(decider.decide(payment, input, now));
    }

    private void keep(Decision<Payment> decision) {
        if (decision instanceof Decision.Decided<Payment>(Payment state, List<Message> messages)) {
            payment = state;
            for (Message message : messages) {
                laws.output(message);
                told.add(message.getClass());
                if (message instanceof GatewayCall call) {
                    calls.add(call);
                }
            }
            if (state != null) {
                laws.check(state);
            }
        }
    }

    private Meta meta() {
        UUID id = EventIds.root(now, new UUID(random.nextLong(), random.nextLong()));
        return new Meta(id, ORDER, 0, now, id, "store-1");
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of them, which is there again afterwards in so many percent of the cases. */
    private <T> T take(List<T> items, int againPercent) {
        int index = random.nextInt(items.size());
        return !calm && random.nextInt(100) < againPercent ? items.get(index) : items.remove(index);
    }
}
