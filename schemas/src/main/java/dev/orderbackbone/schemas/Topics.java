package dev.orderbackbone.schemas;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.NotificationEvent;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.operation.OperationEvent;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.PaymentCommand;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.schemas.Topic.Key;
import dev.orderbackbone.schemas.Topic.Retention;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue: every topic of the backbone, who writes to it and what it carries. */
public final class Topics {
    /** Writers' names; those of the services are also their consumer groups. */
    public static final String STOREFRONTS = "storefronts";

    public static final String ORDER_EVENTS = "order-events";
    public static final String INVENTORY = "inventory-projector";
    public static final String PAYMENT = "payment-processor";
    public static final String NOTIFICATION = "notification-sender";
    public static final String OPERATORS = "operators";

    private static final String PARKED_SUFFIX = ".parked.v1";
    private static final String REDRIVE_SUFFIX = ".redrive.v1";

    public static final Topic ORDERS_INTAKE = new Topic(
            "orders.intake.v1",
            Key.ORDER_ID,
            List.of(STOREFRONTS, ORDER_EVENTS, OPERATORS),
            Retention.FOREVER,
            kindsOf(IntakeEvent.class));
    public static final Topic ORDERS_REFUSALS =
            topic("orders.refusals.v1", Key.ORDER_ID, ORDER_EVENTS, List.of(IntakeRefused.class));
    public static final Topic ORDERS_EVENTS =
            topic("orders.events.v1", Key.ORDER_ID, ORDER_EVENTS, kindsOf(OrderEvent.class));

    public static final Topic INVENTORY_COMMANDS = new Topic(
            "inventory.commands.v1",
            Key.STOCK_POOL,
            List.of(ORDER_EVENTS, OPERATORS),
            Retention.FOREVER,
            kindsOf(InventoryCommand.class));
    public static final Topic INVENTORY_EVENTS =
            topic("inventory.events.v1", Key.ORDER_ID, INVENTORY, kindsOf(InventoryEvent.class));
    public static final Topic STOCK_EVENTS =
            topic("stock.events.v1", Key.STOCK_POOL_AND_SKU, INVENTORY, kindsOf(StockEvent.class));
    public static final Topic STOCK_LEVELS = new Topic(
            "stock.levels.v1",
            Key.STOCK_POOL_AND_SKU,
            List.of(INVENTORY),
            Retention.LATEST_PER_KEY,
            List.of(StockLevel.class));

    public static final Topic PAYMENTS_COMMANDS = new Topic(
            "payments.commands.v1",
            Key.ORDER_ID,
            List.of(ORDER_EVENTS, OPERATORS),
            Retention.FOREVER,
            kindsOf(PaymentCommand.class));
    public static final Topic PAYMENTS_CALLS =
            topic("payments.calls.v1", Key.ORDER_ID, PAYMENT, List.of(GatewayCall.class));
    public static final Topic PAYMENTS_ANSWERS =
            topic("payments.answers.v1", Key.ORDER_ID, PAYMENT, List.of(GatewayAnswer.class));
    public static final Topic PAYMENTS_EVENTS =
            topic("payments.events.v1", Key.ORDER_ID, PAYMENT, kindsOf(PaymentEvent.class));

    public static final Topic NOTIFICATIONS_COMMANDS =
            topic("notifications.commands.v1", Key.ORDER_ID, OPERATORS, kindsOf(NotificationCommand.class));
    public static final Topic NOTIFICATIONS_REQUESTS =
            topic("notifications.requests.v1", Key.ORDER_ID, NOTIFICATION, List.of(NotificationRequested.class));
    public static final Topic NOTIFICATIONS_EVENTS =
            topic("notifications.events.v1", Key.ORDER_ID, NOTIFICATION, kindsOf(NotificationEvent.class));

    public static final Topic ORDER_EVENTS_PARKED = parked(ORDER_EVENTS);
    public static final Topic INVENTORY_PARKED = parked(INVENTORY);
    public static final Topic PAYMENT_PARKED = parked(PAYMENT);
    public static final Topic NOTIFICATION_PARKED = parked(NOTIFICATION);

    public static final Topic OPERATIONS_AUDIT =
            topic("operations.audit.v1", Key.OPERATION_ID, OPERATORS, kindsOf(OperationEvent.class));

    public static final Topic ORDER_EVENTS_REDRIVE = redrive(ORDER_EVENTS);
    public static final Topic INVENTORY_REDRIVE = redrive(INVENTORY);
    public static final Topic PAYMENT_REDRIVE = redrive(PAYMENT);
    public static final Topic NOTIFICATION_REDRIVE = redrive(NOTIFICATION);

    /** Where services put records that they cannot decide on. */
    public static final List<Topic> PARKED =
            List.of(ORDER_EVENTS_PARKED, INVENTORY_PARKED, PAYMENT_PARKED, NOTIFICATION_PARKED);

    /** Where operators put parked records for the services to try again. */
    public static final List<Topic> REDRIVE =
            List.of(ORDER_EVENTS_REDRIVE, INVENTORY_REDRIVE, PAYMENT_REDRIVE, NOTIFICATION_REDRIVE);

    /** Every topic, in the order in which an order meets them. */
    public static final List<Topic> ALL = List.of(
            ORDERS_INTAKE,
            ORDERS_REFUSALS,
            ORDERS_EVENTS,
            INVENTORY_COMMANDS,
            INVENTORY_EVENTS,
            STOCK_EVENTS,
            STOCK_LEVELS,
            PAYMENTS_COMMANDS,
            PAYMENTS_CALLS,
            PAYMENTS_ANSWERS,
            PAYMENTS_EVENTS,
            NOTIFICATIONS_COMMANDS,
            NOTIFICATIONS_REQUESTS,
            NOTIFICATIONS_EVENTS,
            ORDER_EVENTS_PARKED,
            INVENTORY_PARKED,
            PAYMENT_PARKED,
            NOTIFICATION_PARKED,
            ORDER_EVENTS_REDRIVE,
            INVENTORY_REDRIVE,
            PAYMENT_REDRIVE,
            NOTIFICATION_REDRIVE,
            OPERATIONS_AUDIT);

    private static final Map<Class<? extends Message>, Topic> BY_TYPE = ALL.stream()
            .flatMap(topic -> topic.types().stream().map(type -> Map.entry(type, topic)))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<String, Topic> BY_NAME = ALL.stream().collect(toUnmodifiableMap(Topic::name, identity()));

    private Topics() {}

    /**
     * The topic that a message type travels on.
     *
     * @throws IllegalArgumentException if the type stands in no topic.
     */
    public static Topic of(Class<? extends Message> type) {
        Topic topic = BY_TYPE.get(type);
        if (topic == null) {
            throw new IllegalArgumentException(type.getName() + " stands in no topic of the catalogue");
        }
        return topic;
    }

    /**
     * The topic of that name.
     *
     * @throws IllegalArgumentException if the catalogue has none.
     */
    public static Topic named(String name) {
        Topic topic = BY_NAME.get(name);
        if (topic == null) {
            throw new IllegalArgumentException("no topic " + name + " in the catalogue");
        }
        return topic;
    }

    /** Every message type, with the topic order of {@link #ALL}. */
    public static Stream<Class<? extends Message>> types() {
        return ALL.stream().flatMap(topic -> topic.types().stream());
    }

    /** Where a service puts records that it cannot decide on. */
    public static Topic parkedOf(String service) {
        return named(service + PARKED_SUFFIX);
    }

    /** Where operators put what a service has parked, for it to try again. */
    public static Topic redriveOf(String service) {
        return named(service + REDRIVE_SUFFIX);
    }

    /**
     * The service whose {@linkplain #PARKED parked} or {@linkplain #REDRIVE redrive} topic it is.
     *
     * @throws IllegalArgumentException if it is neither.
     */
    public static String serviceOf(Topic topic) {
        String name = topic.name();
        if (PARKED.contains(topic)) {
            return name.substring(0, name.length() - PARKED_SUFFIX.length());
        }
        if (REDRIVE.contains(topic)) {
            return name.substring(0, name.length() - REDRIVE_SUFFIX.length());
        }
        throw new IllegalArgumentException(name + " is no service's parked or redrive topic");
    }

    private static Topic topic(String name, Key key, String writer, List<Class<? extends Message>> types) {
        return new Topic(name, key, List.of(writer), Retention.FOREVER, types);
    }

    private static Topic parked(String service) {
        return topic(service + PARKED_SUFFIX, Key.AS_INPUT, service, List.of());
    }

    private static Topic redrive(String service) {
        return topic(service + REDRIVE_SUFFIX, Key.AS_INPUT, OPERATORS, List.of());
    }

    private static <T extends Message> List<Class<? extends Message>> kindsOf(Class<T> sealedType) {
        return Arrays.stream(sealedType.getPermittedSubclasses())
                .<Class<? extends Message>>map(kind -> kind.asSubclass(Message.class))
                .toList();
    }
}
