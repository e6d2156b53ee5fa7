package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.runtime.DecisionListener.Outcome;
import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageHeaders;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    static final String PARKED_KEYS = "parked-keys";
    static final String TALLY = "tally";

    private static final Logger log = LoggerFactory.getLogger(DecidingProcessor.class);
    private static final int MOST_DUE_AT_ONCE = 1_000;
    private static final String NO_TOPIC = "";
    private static final String EARLIER_PARKED = "an earlier record that this one must not overtake is parked";

    private final DecisionTopology<S> topology;
    private final Flow<S> flow;
    private final MessageDeserializer deserializer;
    private final MessageSerializer serializer;
    private final Deadlines deadlines = new Deadlines();

    private Placement placement = new Placement(Map.of());
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<String, Long> parkedKeys;
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
        parkedKeys = context.getStateStore(PARKED_KEYS);
        tally = context.getStateStore(TALLY);
        flow.open(context);
        timer = new DeadlineTimer(context, topology.timerResolution(), () -> onTimer(now()));
        flow.forEachState((key, state) -> deadlines.set(key, flow.deadlineOf(state)));
        armTimer();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        Origin origin = new Origin(metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp());
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (isParked(key)) {
            park(record, origin, key, ParkReason.BEHIND_PARKED, EARLIER_PARKED);
            return;
        }
        if (RecordSize.isTooLarge(record.key(), record.value(), record.headers())) {
            park(record, origin, key, ParkReason.TOO_LARGE, "at most " + RecordSize.MOST_BYTES + " bytes are taken");
            return;
        }
        try {
            Message input = deserializer.deserialize(record.value());
            if (!topology.accepts(origin.topic(), input)) {
                park(
                        record,
                        origin,
                        key,
                        ParkReason.WRONG_TOPIC,
                        input.getClass().getSimpleName() + " is not carried by it");
                return;
            }
            String misplaced = placement.faultOf(origin.topic(), origin.partition(), record.key());
            if (misplaced != null) {
                park(record, origin, key, ParkReason.MISPLACED, misplaced);
                return;
            }
            String line = flow.lineOf(key, input);
            if (isParked(line)) {
                park(record, origin, line, ParkReason.BEHIND_PARKED, EARLIER_PARKED);
                return;
            }
            decide(record, origin, key, line, input);
        } catch (UndecodableException undecodable) {
            ParkReason reason = undecodable.reason() == UndecodableException.Reason.UNKNOWN_TYPE
                    ? ParkReason.UNKNOWN_TYPE
                    : ParkReason.UNDECODABLE;
            park(record, origin, key, reason, undecodable.getMessage());
        }
    }

    private void decide(Record<byte[], byte[]> record, Origin origin, String key, String line, Message input) {
        S state = flow.load(key, input);
        Instant now = now();
        Prepared<S> prepared;
        try {
            prepared = prepare(() -> flow.decide(state, key, input, now), record.timestamp(), record.headers());
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            log.error(
                    "cannot decide on {} of {}, it is parked", input.getClass().getSimpleName(), key, failure);
            park(record, origin, line, ParkReason.DECIDER_FAILED, failure.toString());
            return;
        }
        switch (prepared.decision()) {
            case Decision.Ignored<S>(String why) -> count(origin.topic(), Outcome.IGNORED, why);
            case Decision.Decided<S> decided -> {
                carryOut(key, decided, prepared.messages());
                count(origin.topic(), Outcome.EFFECT, "");
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
            S state = isParked(key) ? null : flow.loadDue(key);
            if (state != null) {
                onDue(key, state, now);
            }
        }
        armTimer();
    }

    private void armTimer() {
        opened(timer).arm(deadlines.earliest(), now());
    }

    private void onDue(String key, S state, Instant now) {
        Prepared<S> prepared;
        try {
            prepared = prepare(() -> flow.decideDue(state, key, now), now.toEpochMilli(), null);
        } catch (RuntimeException | StackOverflowError | AssertionError failure) {
            log.error("cannot decide on the passed deadline of {}, the key is parked", key, failure);
            Record<byte[], byte[]> nothing =
                    new Record<>(key.getBytes(UTF_8), null, now.toEpochMilli(), new RecordHeaders());
            sendToParked(
                    nothing, new Origin(NO_TOPIC, -1, -1, -1), key, ParkReason.DEADLINE_FAILED, failure.toString());
            return;
        }
        if (prepared.decision() instanceof Decision.Decided<S> decided) {
            carryOut(key, decided, prepared.messages());
        }
    }

    private void park(
            Record<byte[], byte[]> record, Origin origin, String line, ParkReason reason, @Nullable String error) {
        sendToParked(record, origin, line, reason, String.valueOf(error));
        count(origin.topic(), Outcome.PARKED, reason.name());
    }

    private void sendToParked(
            Record<byte[], byte[]> record, Origin origin, String line, ParkReason reason, String error) {
        ParkedCopy copy = ParkedCopy.of(
                record.key(), record.value(), record.headers(), topology.service(), origin, reason, error, now());
        context()
                .forward(
                        new Record<>(copy.key(), copy.value(), record.timestamp(), copy.headers()),
                        DecisionTopology.sinkOf(
                                Topics.parkedOf(topology.service()).name()));
        if (reason.stopsKey()) {
            Long before = parkedKeys().get(line);
            parkedKeys().put(line, before == null ? 1L : before + 1);
        }
    }

    private boolean isParked(String line) {
        return parkedKeys().get(line) != null;
    }

    private void count(String topic, Outcome outcome, String detail) {
        Tally before = tally().get(topic);
        Tally counted = before == null ? Tally.NONE : before;
        tally().put(
                        topic,
                        switch (outcome) {
                            case EFFECT -> counted.plusEffect();
                            case PARKED -> counted.plusParked();
                            case IGNORED -> counted.plusIgnored(detail);
                        });
        topology.listener().dealtWith(topic, outcome, detail);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private ProcessorContext<byte[], byte[]> context() {
        return opened(context);
    }

    private KeyValueStore<String, Long> parkedKeys() {
        return opened(parkedKeys);
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
