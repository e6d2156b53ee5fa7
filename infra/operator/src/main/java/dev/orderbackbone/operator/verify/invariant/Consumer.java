package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who reads what, as the design says it.
 *
 * @param name of its consumer group; the projection's stands for what it keeps in its database.
 * @param parksAs the service on whose parked topic it puts records aside.
 * @param kind how it keeps its position.
 * @param inputs its topics.
 */
public record Consumer(String name, String parksAs, Kind kind, Set<Topic> inputs) {
    /** All of them. */
    public static final List<Consumer> ALL = List.of(
            service(Topics.ORDER_EVENTS, Topics.ORDERS_INTAKE, Topics.INVENTORY_EVENTS, Topics.PAYMENTS_EVENTS),
            service(Topics.INVENTORY, Topics.INVENTORY_COMMANDS),
            service(Topics.PAYMENT, Topics.PAYMENTS_COMMANDS, Topics.PAYMENTS_ANSWERS),
            service(
                    Topics.NOTIFICATION,
                    Topics.ORDERS_EVENTS,
                    Topics.PAYMENTS_EVENTS,
                    Topics.NOTIFICATIONS_EVENTS,
                    Topics.NOTIFICATIONS_COMMANDS),
            worker(Topics.PAYMENT, Topics.PAYMENTS_CALLS),
            worker(Topics.NOTIFICATION, Topics.NOTIFICATIONS_REQUESTS),
            new Consumer(ReadModel.CONSUMER, Topics.INVENTORY, Kind.PROJECTION, ReadModelsEqualLog.READ));

    /** How a consumer keeps its position. */
    public enum Kind {
        /** With its state and what it writes, in one transaction of Kafka. */
        SERVICE,
        /** With its rows, in one transaction of the database; what it parks, it may park again. */
        PROJECTION,
        /** Record by record, without a count; its position is before the first that is not done. What it parks, it may park again. */
        WORKER
    }

    /** How many of them read a topic. */
    public static long readersOf(Topic topic) {
        return ALL.stream().filter(consumer -> consumer.inputs.contains(topic)).count();
    }

    /** Whether a service's decider decides on the records of a topic. */
    public static boolean isDecidedBy(String service, String topic) {
        return ALL.stream()
                .filter(consumer -> consumer.kind == Kind.SERVICE && consumer.name.equals(service))
                .anyMatch(consumer ->
                        consumer.inputs.stream().anyMatch(input -> input.name().equals(topic)));
    }

    /** Whether it keeps a count with a position of each partition. */
    public boolean counts() {
        return kind != Kind.WORKER;
    }

    /** Whether a record is parked in the transaction that moves the position, and hence once. */
    boolean parksOnce() {
        return kind == Kind.SERVICE;
    }

    private static Consumer service(String name, Topic... inputs) {
        return new Consumer(
                name,
                name,
                Kind.SERVICE,
                Stream.concat(Stream.of(inputs), Stream.of(Topics.redriveOf(name)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Consumer worker(String service, Topic requests) {
        return new Consumer(service + "-effects", service, Kind.WORKER, Set.of(requests));
    }
}
