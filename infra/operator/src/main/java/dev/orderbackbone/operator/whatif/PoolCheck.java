package dev.orderbackbone.operator.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.inventory.domain.PoolView;
import dev.orderbackbone.inventory.domain.StockDecider;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Checks the stock pools. All that a pool reads stands in one partition, so there is no order to be found; it is folded while it is read. Where the
 * present decider would decide otherwise, the pool goes on as the log has it: one difference does not make all later orders of the pool differ.
 *
 * @param decider the present one.
 */
record PoolCheck(Decider decider) implements ServiceCheck {
    private static final char NOT_IN_A_POOL = 0x1f;

    /** What a pool answers. */
    @FunctionalInterface
    interface Decider {
        Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now);
    }

    /** With the decider of this release. */
    static PoolCheck present() {
        return new PoolCheck(StockDecider::decide);
    }

    @Override
    public String service() {
        return Topics.INVENTORY;
    }

    @Override
    public List<Topic> inputs() {
        return List.of(Topics.INVENTORY_COMMANDS);
    }

    @Override
    public List<Topic> outputs() {
        return List.of(Topics.INVENTORY_EVENTS, Topics.STOCK_EVENTS);
    }

    @Override
    public void run(RecordedLog log, MessageDeserializer deserializer, Selection selection, ServiceFindings findings) {
        Set<Place> parked = ParkedPlaces.of(log, service());
        if (log.isCutOff(inputs())) {
            log.readInputs(inputs(), any -> true, false, any -> findings.notComparable(Reason.BEGAN_EARLIER, 1));
            return;
        }
        Slices slices = Slices.of(log.partitionsOf(Topics.INVENTORY_COMMANDS), log.sizeOf(outputs()));
        for (int slice = 0; slice < slices.count(); slice++) {
            PoolOutputs outputs = new PoolOutputs(deserializer);
            int wanted = slice;
            log.readOutputs(outputs(), any -> true, false, record -> outputs.add(record, slices, wanted));
            Folding folding = new Folding(log, deserializer, selection, findings, parked, outputs);
            log.readInputs(inputs(), slices.partitionsOf(slice), false, folding::add);
            findings.notComparable(Reason.CAUSE_UNKNOWN, outputs.unclaimed(folding.ahead));
        }
    }

    /** Folds the commands of some partitions, each partition in its order. */
    private final class Folding {
        private final RecordedLog log;
        private final MessageDeserializer deserializer;
        private final Selection selection;
        private final ServiceFindings findings;
        private final Set<Place> parked;
        private final PoolOutputs outputs;
        private final PoolStates states = new PoolStates();
        private final Set<String> pools = new HashSet<>();
        private final Set<UUID> ahead = new HashSet<>();

        Folding(
                RecordedLog log,
                MessageDeserializer deserializer,
                Selection selection,
                ServiceFindings findings,
                Set<Place> parked,
                PoolOutputs outputs) {
            this.log = log;
            this.deserializer = deserializer;
            this.selection = selection;
            this.findings = findings;
            this.parked = parked;
            this.outputs = outputs;
        }

        void add(ConsumerRecord<byte[], byte[]> record) {
            Logged logged = Logged.of(record);
            if (parked.contains(logged.place())) {
                findings.notComparable(Reason.PARKED, 1);
                return;
            }
            Message message;
            try {
                message = deserializer.deserialize(logged.value());
            } catch (UndecodableException undecodable) {
                findings.notComparable(Reason.UNDECODABLE, 1);
                return;
            }
            boolean isWanted =
                    selection.isOrderWanted(message.meta().orderId()) && selection.isTimeWanted(logged.timestamp());
            if (!log.isDecided(service(), logged.place())) {
                ahead.add(message.meta().eventId());
                findings.notComparable(Reason.NOT_DECIDED_YET, isWanted ? 1 : 0);
                return;
            }
            String pool = record.key() == null ? "" : new String(record.key(), UTF_8);
            boolean isOfPool = MessageKey.of(message).equals(pool) && pool.indexOf(NOT_IN_A_POOL) < 0;
            if (message instanceof InventoryCommand command && isOfPool) {
                decide(pool, command, logged.place(), isWanted);
            } else if (isWanted) {
                // Ignored before any decider sees it: a pool is decided on under its own key only, and has a name that
                // can be stored.
                findings.addInput();
            }
        }

        private void decide(String pool, InventoryCommand command, Place place, boolean isWanted) {
            PoolView view = states.viewOf(pool, command);
            List<Message> recorded = outputs.take(command.meta().eventId());
            Instant now = recorded.isEmpty()
                    ? command.meta().occurredAt()
                    : recorded.getFirst().meta().occurredAt();
            Answer<PoolView> answer = Answer.of(() -> decider.decide(view, command, now));
            boolean isSame =
                    !(answer instanceof Answer.Failed<PoolView>) && Differing.areSame(recorded, answer.messages());
            if (!isSame) {
                states.save(view, recorded);
            } else if (answer instanceof Answer.Given<PoolView>(Decision.Decided<PoolView> decided)
                    && decided.state() != null) {
                states.save(decided.state());
            }
            if (isWanted) {
                count(pool, command, place, recorded, now, answer, isSame);
            }
        }

        private void count(
                String pool,
                InventoryCommand command,
                Place place,
                List<Message> recorded,
                Instant now,
                Answer<PoolView> answer,
                boolean isSame) {
            findings.addInput();
            if (pools.add(pool)) {
                findings.addSubject();
            }
            if (!isSame) {
                String orderId = command.meta().orderId();
                List<Message> present = answer.messages();
                findings.add(new Difference(
                        service(),
                        orderId.isEmpty() ? pool : orderId,
                        command.getClass().getSimpleName(),
                        place,
                        command.meta().eventId().toString(),
                        now,
                        recorded.isEmpty() ? "ignored" : Differing.typesOf(recorded),
                        answer.words(),
                        recorded.isEmpty() || present.isEmpty() ? List.of() : Differing.between(recorded, present)));
            }
        }
    }
}
