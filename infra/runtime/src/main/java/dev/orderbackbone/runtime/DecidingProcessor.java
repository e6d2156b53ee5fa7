package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.runtime.DecisionListener.Outcome;
import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.runtime.ParkedLines.Standing;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageHeaders;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a {@link Flow} on every record of its input topics, as the package says. */
final class DecidingProcessor<S> implements Processor<byte[], byte[], byte[], byte[]> {
    static final String TALLY = "tally";

    private static final Logger log = LoggerFactory.getLogger(DecidingProcessor.class);
    private static final int MOST_DUE_AT_ONCE = 1_000;
    private static final String NOTHING_DUE = "nothing-due";
    private static final String EARLIER_PARKED = "an earlier record that this one must not overtake is parked";

    private final DecisionTopology<S> topology;
    private final Flow<S> flow;
    private final MessageDeserializer deserializer;
    private final MessageSerializer serializer;
    private final Deadlines deadlines = new Deadlines();
    /** As they are stored. */
    private final Map<String, Tally> counted = new HashMap<>();

    private Placement placement = new Placement(Map.of());
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable Parking parking;
    private @Nullable KeyValueStore<String, Tally> tally;
    private @Nullable DeadlineTimer timer;

    DecidingProcessor(DecisionTopology<S> topology) {
        this.topology = topology;
        this.flow = topology.flow().get();
        this.deserializer = topology.deserializer();
        this.serializer = topology.serializer();
    }

    /** A message with its destination, ready to be sent. */
    private record Encoded(String sink, Record<byte[], byte[]> record) {}

    /** What a decision comes to, before any of it is carried out. */
    private record Prepared<S>(Decision<S> decision, List<Encoded> messages) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        placement = Placement.of(context.appConfigs());
        parking = new Parking(topology.service(), context);
        tally = context.getStateStore(TALLY);
        counted.clear();
        flow.open(context);
        timer = new DeadlineTimer(context, topology.timerResolution(), () -> onTimer(now()));
        flow.forEachState((key, state) -> deadlines.set(key, flow.deadlineOf(state)));
        armTimer();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        if (metadata.topic().equals(topology.redrive().name())) {
            redrive(record, metadata);
        } else {
            take(Input.live(record, metadata));
        }
    }

    /** Deals with a parked record as an operator wants it, if that can be. */
    private void redrive(Record<byte[], byte[]> record, RecordMetadata metadata) {
        Redrive redrive = Redrive.of(record.headers()).orElse(null);
        if (redrive == null || !redrive.belongsTo(metadata.partition())) {
            count(metadata.topic(), Outcome.IGNORED, Redrive.MALFORMED);
            return;
        }
        Input input = Input.again(record, metadata, redrive);
        Standing standing = parking().standingOf(redrive);
        if (standing == Standing.GONE) {
            count(input.readFrom(), Outcome.IGNORED, Redrive.NOT_PARKED);
        } else if (redrive.action() == Action.DISCARD) {
            dealtWith(input, Outcome.EFFECT, "");
        } else if (standing == Standing.BEHIND) {
            count(input.readFrom(), Outcome.IGNORED, Redrive.BEHIND);
        } else if (redrive.isOfDeadline()) {
            takeDeadline(input);
        } else if (!topology.reads(redrive.origin().topic())) {
            count(input.readFrom(), Outcome.IGNORED, Redrive.NOT_DECIDED);
        } else if (redrive.isLeftAtOrigin() && !redrive.isEdited()) {
            count(input.readFrom(), Outcome.IGNORED, Redrive.NO_VALUE);
        } else {
            take(input);
        }
    }

    private void take(Input input) {
        String key = input.key();
        Record<byte[], byte[]> record = input.record();
        if (parking().stops(key, input)) {
            park(input, key, ParkReason.BEHIND_PARKED, EARLIER_PARKED);
            return;
        }
        if (RecordSize.isTooLarge(record.key(), record.value(), record.headers())) {
            park(input, null, ParkReason.TOO_LARGE, "at most " + RecordSize.MOST_BYTES + " bytes are taken");
            return;
        }
        try {
            take(input, key, deserializer.deserialize(record.value()));
        } catch (UndecodableException undecodable) {
            boolean isUnknown = undecodable.reason() == UndecodableException.Reason.UNKNOWN_TYPE;
            park(
                    input,
                    isUnknown ? flow.lineOfUnknown(key, undecodable.orderId().orElse(null)) : null,
                    isUnknown ? ParkReason.UNKNOWN_TYPE : ParkReason.UNDECODABLE,
                    String.valueOf(undecodable.getMessage()));
        }
    }

    private void take(Input input, String key, Message message) {
        Origin origin = input.origin();
        if (!topology.accepts(origin.topic(), message)) {
            park(input, null, ParkReason.WRONG_TOPIC, message.getClass().getSimpleName() + " is not carried by it");
            return;
        }
        String misplaced = placement.faultOf(
                origin.topic(), origin.partition(), input.record().key());
        if (misplaced != null) {
            park(input, null, ParkReason.MISPLACED, misplaced);
            return;
        }
        String line = flow.lineOf(key, message);
        if (parking().stops(line, input)) {
            park(input, line, ParkReason.BEHIND_PARKED, EARLIER_PARKED);
            return;
        }
        decide(input, key, line, message);
    }

    private void decide(Input input, String key, String line, Message message) {
        S state = flow.load(key, message);
        Instant now = now();
        Record<byte[], byte[]> record = input.record();
        Prepared<S> prepared;
        try {
            prepared = prepare(() -> flow.decide(state, key, message, now), record.timestamp(), record.headers());
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            log.error(
                    "cannot decide on {} of {}, it is parked",
                    message.getClass().getSimpleName(),
                    key,
                    failure);
            park(input, line, ParkReason.DECIDER_FAILED, failure.toString());
            return;
        }
        conclude(input, key, prepared);
    }

    private void conclude(Input input, String key, Prepared<S> prepared) {
        switch (prepared.decision()) {
            case Decision.Ignored<S>(String why) -> dealtWith(input, Outcome.IGNORED, why);
            case Decision.Decided<S> decided -> {
                carryOut(key, decided, prepared.messages());
                dealtWith(input, Outcome.EFFECT, "");
            }
        }
    }

    /** The pure part: all that can fail on account of one input fails here, before anything is stored or sent. */
    private Prepared<S> prepare(Supplier<Decision<S>> decider, long timestamp, @Nullable Headers inputHeaders) {
        Decision<S> decision = decider.get();
        if (!(decision instanceof Decision.Decided<S>(S state, List<Message> messages))) {
            return new Prepared<>(decision, List.of());
        }
        List<Encoded> encoded = new ArrayList<>(messages.size());
        for (Message message : messages) {
            String sink = DecisionTopology.sinkOf(topology.destinationOf(message));
            byte[] key = MessageKey.of(message).getBytes(UTF_8);
            byte[] value = serializer.serialize(message);
            Headers headers = MessageHeaders.of(message, inputHeaders);
            if (RecordSize.isTooLarge(key, value, headers)) {
                throw new IllegalStateException(message.getClass().getSimpleName() + " has "
                        + RecordSize.of(key, value, headers) + " bytes, at most " + RecordSize.MOST_BYTES
                        + " are written");
            }
            encoded.add(new Encoded(sink, new Record<>(key, value, timestamp, headers)));
        }
        return new Prepared<>(decision, encoded);
    }

    private void carryOut(String key, Decision.Decided<S> decided, List<Encoded> messages) {
        S state = decided.state();
        if (state != null) {
            flow.save(key, state);
            deadlines.set(key, flow.deadlineOf(state));
            armTimer();
        }
        for (Encoded message : messages) {
            context().forward(message.record(), message.sink());
        }
    }

    private void onTimer(Instant now) {
        for (String key : deadlines.takeDue(now, MOST_DUE_AT_ONCE)) {
            if (parking().isStopped(key)) {
                deadlines.putOff(key);
            } else {
                Record<byte[], byte[]> nothing =
                        new Record<>(key.getBytes(UTF_8), null, now.toEpochMilli(), new RecordHeaders());
                Origin origin = new Origin(ParkedHeaders.NO_TOPIC, -1, -1, now.toEpochMilli());
                takeDeadline(new Input(nothing, origin, ParkedHeaders.NO_TOPIC, -1, null));
            }
        }
        armTimer();
    }

    private void armTimer() {
        opened(timer).arm(deadlines.earliest(), now());
    }

    private void takeDeadline(Input input) {
        String key = input.key();
        S state = flow.loadDue(key);
        if (state == null) {
            dealtWith(input, Outcome.IGNORED, NOTHING_DUE);
            return;
        }
        Instant now = now();
        Prepared<S> prepared;
        try {
            prepared = prepare(() -> flow.decideDue(state, key, now), now.toEpochMilli(), null);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            log.error("cannot decide on the passed deadline of {}, the key is parked", key, failure);
            park(input, key, ParkReason.DEADLINE_FAILED, failure.toString());
            return;
        }
        conclude(input, key, prepared);
    }

    /** Nothing more is to be done with an input, so that nothing need wait behind it any more. */
    private void dealtWith(Input input, Outcome outcome, String detail) {
        if (parking().leave(input)) {
            deadlines.resume(String.valueOf(input.ownLine()), now());
            armTimer();
        }
        count(input.readFrom(), outcome, detail);
    }

    private void park(Input input, @Nullable String line, ParkReason reason, String error) {
        parking().park(input, line, reason, error, now());
        count(input.readFrom(), Outcome.PARKED, reason.name());
    }

    private void count(String topic, Outcome outcome, String detail) {
        if (topic.equals(ParkedHeaders.NO_TOPIC)) {
            return; // a deadline is no record
        }
        Tally before = counted.computeIfAbsent(topic, this::storedTally);
        Tally after = switch (outcome) {
            case EFFECT -> before.plusEffect();
            case PARKED -> before.plusParked();
            case IGNORED -> before.plusIgnored(detail);
        };
        counted.put(topic, after);
        tally().put(topic, after);
        topology.listener().dealtWith(topic, outcome, detail);
    }

    private Tally storedTally(String topic) {
        return Objects.requireNonNullElse(tally().get(topic), Tally.NONE);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<byte[], byte[]> context() {
        return opened(context);
    }

    private Parking parking() {
        return opened(parking);
    }

    private KeyValueStore<String, Tally> tally() {
        return opened(tally);
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("used before init");
        }
        return part;
    }
}
