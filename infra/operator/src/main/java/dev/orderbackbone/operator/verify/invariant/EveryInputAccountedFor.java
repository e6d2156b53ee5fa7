package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.operator.parking.Fate;
import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.TopicNumbers;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Retention;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * I10. For each consumer and partition: the records below its position are as many as it has counted, with the position, as effects, parked and
 * ignored; those counted as parked stand on the parked topic, each with the bytes that it came with and each once; nothing stands there that came
 * from nowhere. Of a compacted topic only that all of it is dealt with. What an operator sent back is what was parked, unless it was edited, and is an
 * input like others; of it, the service has ignored exactly what was not its turn. When everything is quiet: nothing is left to be read, and each request
 * to a worker is answered, asked again, or known to be unknown.
 */
final class EveryInputAccountedFor implements Invariant {
    private static final Set<Topic> WORKERS = Set.of(
            Topics.PAYMENTS_CALLS,
            Topics.PAYMENTS_ANSWERS,
            Topics.PAYMENTS_EVENTS,
            Topics.NOTIFICATIONS_REQUESTS,
            Topics.NOTIFICATIONS_EVENTS);

    /** They may have lost since what was parked from them. */
    private static final Set<String> COMPACTED = Topics.ALL.stream()
            .filter(topic -> topic.retention() == Retention.LATEST_PER_KEY)
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Findings findings;
    private final ParkedIndex parked;
    private final Positions positions;
    private final Expectation expectation;
    private final long nowMs;
    private final List<Consumer> consumers;
    private final Map<String, Set<Place>> matched = new HashMap<>();

    /**
     * I10.
     *
     * @param nowMs when the audit began, milliseconds since 1970, less the time that a deadline may be late.
     * @param consumers those whose positions are known.
     */
    EveryInputAccountedFor(
            Findings findings,
            ParkedIndex parked,
            Positions positions,
            Expectation expectation,
            long nowMs,
            List<Consumer> consumers) {
        this.findings = findings;
        this.parked = parked;
        this.positions = positions;
        this.expectation = expectation;
        this.nowMs = nowMs;
        this.consumers = consumers;
    }

    @Override
    public Law law() {
        return Law.I10;
    }

    @Override
    public Set<Topic> reads() {
        Set<Topic> topics = new HashSet<>(WORKERS);
        consumers.forEach(consumer -> topics.addAll(consumer.inputs()));
        return topics;
    }

    @Override
    public Desk open(Slice slice) {
        return expectation.isQuiet() ? new RequestsDesk(slice) : Desk.IDLE;
    }

    @Override
    public Desk openPartition(int partition) {
        return new PartitionDesk(partition);
    }

    @Override
    public Desk openShared() {
        return new SharedInputDesk();
    }

    @Override
    public void conclude() {
        Map<Fate, Long> fates = parked.counts();
        findings.checked(
                "parked", fates.values().stream().mapToLong(Long::longValue).sum());
        findings.checked("sent back", parked.redrives().size());
        findings.remark("parked for a passed deadline", parked.deadlines());
        findings.remark("parked and dealt with", fates.getOrDefault(Fate.REDRIVEN, 0L));
        findings.remark("parked and discarded", fates.getOrDefault(Fate.DISCARDED, 0L));
        findings.remark("parked again", fates.getOrDefault(Fate.PARKED_AGAIN, 0L));
        consumers.stream().map(Consumer::parksAs).distinct().forEach(this::judgeUnmatched);
        new SentBack(findings, parked, positions).judge();
    }

    private void judgeUnmatched(String service) {
        Set<Place> found = matched.getOrDefault(service, Set.of());
        Set<String> unjudged = inputsOfTheUncounted(service);
        parked.of(service).forEach((origin, copies) -> {
            if (!found.contains(origin)
                    && !unjudged.contains(origin.source())
                    && !COMPACTED.contains(origin.source())) {
                findings.violated(
                        () -> copies.getFirst().key(),
                        List.of(copies.getFirst().place()),
                        "an input of " + service + " at " + origin + ", where the parked record says that it came from",
                        "none");
            }
        });
    }

    /** What a consumer whose position is not known may have parked from. */
    private Set<String> inputsOfTheUncounted(String service) {
        return Consumer.ALL.stream()
                .filter(consumer -> consumer.parksAs().equals(service) && !consumers.contains(consumer))
                .flatMap(consumer -> consumer.inputs().stream())
                .map(Topic::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<InputCount> countsOf(Topic topic, int partition, Map<String, Set<Place>> found) {
        List<InputCount> counts = new ArrayList<>();
        for (Consumer consumer : consumers) {
            if (consumer.inputs().contains(topic)) {
                counts.add(new InputCount(
                        consumer,
                        topic,
                        partition,
                        positions.of(consumer.name(), topic, partition),
                        parked.of(consumer.parksAs()),
                        found.computeIfAbsent(consumer.parksAs(), service -> new HashSet<>())));
            }
        }
        return counts;
    }

    private void merge(Map<String, Set<Place>> found) {
        found.forEach((service, places) ->
                matched.computeIfAbsent(service, name -> new HashSet<>()).addAll(places));
    }

    /** The topics that are not keyed by order id. */
    private final class SharedInputDesk implements Desk {
        private final Map<Place, List<InputCount>> counts = new HashMap<>();
        private final Map<String, Set<Place>> found = new HashMap<>();

        SharedInputDesk() {
            positions.all().forEach(position -> {
                Topic topic = Topics.named(position.topic());
                if (Evidence.SHARED.contains(topic)) {
                    countsAt(topic, position.partition());
                }
            });
        }

        @Override
        public void see(LogRecord record, int order) {
            countsAt(record.topic(), record.partition()).forEach(count -> count.see(record, findings));
        }

        @Override
        public void conclude() {
            counts.values().forEach(all -> all.forEach(count -> count.conclude(findings, expectation)));
            merge(found);
        }

        private List<InputCount> countsAt(Topic topic, int partition) {
            return counts.computeIfAbsent(
                    new Place(topic.name(), partition, Place.NONE), place -> countsOf(topic, partition, found));
        }
    }

    /** One partition of the topics that are keyed by order id. */
    private final class PartitionDesk implements Desk {
        private final List<List<InputCount>> counts;
        private final Map<String, Set<Place>> found = new HashMap<>();

        PartitionDesk(int partition) {
            this.counts = IntStream.range(0, TopicNumbers.COUNT)
                    .mapToObj(TopicNumbers::topic)
                    .map(topic ->
                            Evidence.SHARED.contains(topic) ? List.<InputCount>of() : countsOf(topic, partition, found))
                    .toList();
        }

        @Override
        public void see(LogRecord record, int order) {
            for (InputCount count : counts.get(record.topicNumber())) {
                count.see(record, findings);
            }
        }

        @Override
        public void conclude() {
            counts.forEach(all -> all.forEach(count -> count.conclude(findings, expectation)));
            merge(found);
        }
    }

    /** What workers were asked to do, and what came of it. */
    private final class RequestsDesk implements Desk {
        private final Slice slice;
        private final PerOrder<OpenRequests> orders = new PerOrder<>(OpenRequests::new);
        private long requests;

        RequestsDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void conclude() {
            orders.forEach(this::judge);
            findings.checked("requests to workers", requests);
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof GatewayCall call) {
                requests++;
                orders.at(order).asked(record, call);
            } else if (message instanceof NotificationRequested request) {
                requests++;
                orders.at(order).asked(record, request);
            } else if (message instanceof GatewayAnswer answer) {
                orders.at(order).answered(answer);
            } else if (message instanceof NotificationSent sent) {
                orders.at(order).answered(sent.messageId());
            } else if (message instanceof NotificationFailed failed) {
                orders.at(order).answered(failed.messageId());
            } else if (message instanceof NotificationSuppressed suppressed) {
                orders.at(order).answered(suppressed.messageId());
            } else if (message instanceof PaymentOutcomeUnknown unknown) {
                orders.at(order).unknown(unknown);
            }
        }

        private void judge(int order, OpenRequests facts) {
            for (OpenRequests.Request request : facts.open()) {
                if (expectation == Expectation.ENDED || request.byMs() < nowMs) {
                    findings.violated(
                            () -> slice.orders().idOf(order),
                            List.of(PackedPlace.unpack(request.place())),
                            "an answer to this " + request.what() + ", or a further one, as everything is quiet",
                            "none");
                } else {
                    findings.remark("requests that still have time", 1);
                }
            }
        }
    }
}
