package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.List;
import java.util.Set;

/**
 * Who reads what, as the design says it.
 *
 * @param name of its consumer group; the projection's stands for what it keeps in its database.
 * @param parksAs the service on whose parked topic it puts records aside.
 * @param exactlyOnce whether a record is parked in the transaction that moves the position, and hence once.
 * @param inputs its topics.
 */
public record Consumer(String name, String parksAs, boolean exactlyOnce, Set<Topic> inputs) {
    /** All of them. */
    public static final List<Consumer> ALL = List.of(
            service(Topics.ORDER_EVENTS, Topics.ORDERS_INTAKE, Topics.INVENTORY_EVENTS, Topics.PAYMENTS_EVENTS),
            service(Topics.INVENTORY, Topics.INVENTORY_COMMANDS),
            service(Topics.PAYMENT, Topics.PAYMENTS_COMMANDS, Topics.PAYMENTS_ANSWERS),
            service(Topics.NOTIFICATION, Topics.ORDERS_EVENTS, Topics.PAYMENTS_EVENTS, Topics.NOTIFICATIONS_EVENTS),
            new Consumer(ReadModel.CONSUMER, Topics.INVENTORY, false, ReadModelsEqualLog.READ));

    private static Consumer service(String name, Topic... inputs) {
        return new Consumer(name, name, true, Set.of(inputs));
    }
}
