package dev.orderbackbone.operator.verify.invariant;

import static java.util.stream.Collectors.toSet;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.invariant.GatewayDealings.Call;
import dev.orderbackbone.operator.verify.invariant.GatewayDealings.Done;
import dev.orderbackbone.operator.verify.invariant.LedgerIndex.Entry;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I6. The gateway's ledger, order by order: one authorisation, one void, one capture and one refund for each id; each on request of a GatewayCall
 * with its idempotency key, amount and currency; each operation that the payment's events say was done stands in the ledger with that amount; and
 * when everything is quiet and no outcome unknown, the other way round too.
 *
 * <p>The ledger is read before the log, so that each of its entries must have its call; what the log has done and the ledger lacks is looked for
 * in what the ledger gained since.
 */
final class GatewayMovedMoneyOnce implements Invariant {
    static final String LEDGER = "gateway ledger";

    private final Findings findings;
    private final Expectation expectation;
    private final Ledger<GatewayEffect> ledger;
    private final Background<LedgerIndex> index;
    private final List<Missing> missing = new ArrayList<>();

    GatewayMovedMoneyOnce(Findings findings, Expectation expectation, Ledger<GatewayEffect> ledger) {
        this.findings = findings;
        this.expectation = expectation;
        this.ledger = ledger;
        this.index = Background.begin("verify-gateway", () -> LedgerIndex.read(ledger));
    }

    /** What the log says was done and the ledger, when it was read, did not hold. */
    private record Missing(String orderId, Done done, Set<Long> keys) {}

    @Override
    public Law law() {
        return Law.I6;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(Topics.PAYMENTS_CALLS, Topics.PAYMENTS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new LedgerDesk(slice);
    }

    @Override
    public void conclude() {
        findings.checked("ledger entries", index.get().size());
        lookAgain();
        missing.forEach(lacking -> findings.violated(
                lacking::orderId,
                List.of(PackedPlace.unpack(lacking.done().place())),
                nameOf(lacking.done().operation(), lacking.done().operationId()) + " of "
                        + lacking.done().amountMinor() + " in the gateway's ledger",
                "none"));
        index.get()
                .unclaimed()
                .forEach(entry -> findings.violated(
                        () -> index.get().orderOf(entry),
                        List.of(line(entry)),
                        "a GatewayCall for this movement of money",
                        "no record of this order in payments.calls"));
    }

    /** Ticks off what the ledger has gained since it was read. */
    private void lookAgain() {
        if (missing.isEmpty()) {
            return;
        }
        try (Stream<GatewayEffect> entries = ledger.open()) {
            entries.filter(effect -> effect.line() > index.get().lastLine() && effect.done())
                    .forEach(effect ->
                            missing.removeIf(lacking -> lacking.orderId().equals(effect.orderId())
                                    && lacking.keys().contains(Hash64.of(effect.idempotencyKey()))
                                    && lacking.done().amountMinor() == effect.amountMinor()));
        }
    }

    private static String nameOf(GatewayOperation operation, String id) {
        return id.isEmpty() ? operation.name() : operation + " " + id;
    }

    private static Place line(Entry entry) {
        return Place.line(LEDGER, entry.line());
    }

    private final class LedgerDesk implements Desk {
        private final Slice slice;
        private final PerOrder<GatewayDealings> orders = new PerOrder<>(GatewayDealings::new);
        private long compared;

        LedgerDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof GatewayCall call) {
                orders.at(order).called(record, call);
            } else if (message instanceof PaymentEvent event) {
                orders.at(order).happened(record, event);
            }
        }

        @Override
        public void conclude() {
            orders.forEach((order, dealings) -> judge(slice.orders().idOf(order), dealings));
            findings.checked("operations", compared);
        }

        private void judge(String orderId, GatewayDealings dealings) {
            List<Entry> entries = index.get().claim(orderId);
            judgeOnce(orderId, entries, dealings);
            entries.forEach(entry -> judgeRequested(orderId, entry, dealings));
            dealings.dones().forEach(done -> judgeInLedger(orderId, done, dealings, entries));
            if (expectation.isQuiet() && !dealings.isUnclear()) {
                entries.forEach(entry -> judgeKnown(orderId, entry, dealings));
            }
        }

        /** An operation that was refused and commanded again has a further idempotency key, but is the same operation. */
        private void judgeOnce(String orderId, List<Entry> entries, GatewayDealings dealings) {
            Set<String> done = new HashSet<>();
            for (Entry entry : entries) {
                Call call = callOf(entry, dealings);
                String name = call == null
                        ? nameOf(entry.operation(), "of key " + entry.key())
                        : nameOf(call.operation(), call.operationId());
                if (!done.add(name)) {
                    violated(orderId, List.of(line(entry)), name + " once", "done again");
                }
            }
        }

        private void judgeRequested(String orderId, Entry entry, GatewayDealings dealings) {
            Call call = callOf(entry, dealings);
            if (call == null) {
                violated(
                        orderId,
                        List.of(line(entry)),
                        "a GatewayCall with the idempotency key of this movement of money",
                        "none in payments.calls");
            } else if (dealings.calls().stream().noneMatch(any -> any.key() == entry.key() && agrees(any, entry))) {
                violated(
                        orderId,
                        List.of(line(entry), PackedPlace.unpack(call.place())),
                        nameOf(call.operation(), call.operationId()) + " of " + call.amountMinor() + ", as called for",
                        entry.operation() + " of " + entry.amountMinor() + " or in another currency");
            }
        }

        private void judgeInLedger(String orderId, Done done, GatewayDealings dealings, List<Entry> entries) {
            compared++;
            Set<Long> keys = keysOf(done.operation(), done.operationId(), dealings);
            List<Entry> found =
                    entries.stream().filter(entry -> keys.contains(entry.key())).toList();
            if (found.isEmpty()) {
                missing.add(new Missing(orderId, done, keys));
            } else if (found.stream().noneMatch(entry -> agrees(done, entry))) {
                violated(
                        orderId,
                        Stream.concat(
                                        Stream.of(PackedPlace.unpack(done.place())),
                                        found.stream().map(GatewayMovedMoneyOnce::line))
                                .toList(),
                        nameOf(done.operation(), done.operationId()) + " of " + done.amountMinor()
                                + " in the gateway's ledger",
                        Long.toString(found.getFirst().amountMinor()));
            }
        }

        private void judgeKnown(String orderId, Entry entry, GatewayDealings dealings) {
            Call call = callOf(entry, dealings);
            boolean known = call == null
                    || dealings.dones().stream()
                            .anyMatch(done -> done.operation() == call.operation()
                                    && done.operationId().equals(call.operationId()));
            if (!known) {
                violated(
                        orderId,
                        List.of(line(entry)),
                        "a payment event of this movement of money, as everything is quiet",
                        "none in payments.events");
            }
        }

        private boolean agrees(Call call, Entry entry) {
            return call.operation() == entry.operation()
                    && call.amountMinor() == entry.amountMinor()
                    && call.currency() == entry.currency();
        }

        private boolean agrees(Done done, Entry entry) {
            return done.amountMinor() == entry.amountMinor() && done.currency() == entry.currency();
        }

        private @Nullable Call callOf(Entry entry, GatewayDealings dealings) {
            return dealings.calls().stream()
                    .filter(call -> call.key() == entry.key())
                    .findFirst()
                    .orElse(null);
        }

        private Set<Long> keysOf(GatewayOperation operation, String operationId, GatewayDealings dealings) {
            return dealings.calls().stream()
                    .filter(call ->
                            call.operation() == operation && call.operationId().equals(operationId))
                    .map(Call::key)
                    .collect(toSet());
        }

        private void violated(String orderId, List<Place> places, String expected, String seen) {
            findings.violated(() -> orderId, places, expected, seen);
        }
    }
}
