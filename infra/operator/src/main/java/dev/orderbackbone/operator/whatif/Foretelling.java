package dev.orderbackbone.operator.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.notification.domain.Announcement;
import dev.orderbackbone.notification.domain.Correspondence;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.operator.whatif.Foretold.Effect;
import dev.orderbackbone.orderevents.domain.Order;
import dev.orderbackbone.payment.domain.Operation;
import dev.orderbackbone.payment.domain.Payment;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what would come of a message before it is sent: folds what is recorded of its order, and asks the present decider. It is a forecast and no promise:
 * the service decides on what it knows when it reads the message.
 *
 * @param kafkaProperties what every client starts from.
 * @param deserializer of the installation.
 * @param settings that the services go by.
 */
public record Foretelling(
        Map<String, Object> kafkaProperties, MessageDeserializer deserializer, PresentSettings settings) {
    /** Clocks of storefronts may be off by so much. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(10);

    private static final String NOT_FORETOLD =
            "what comes of it is not foretold, as the present decider would have decided otherwise before";

    /**
     * With settings from the variables of the services.
     *
     * @throws IllegalArgumentException if one of them is none.
     */
    public static Foretelling of(
            Map<String, Object> kafkaProperties, MessageDeserializer deserializer, Map<String, String> variables) {
        return new Foretelling(Map.copyOf(kafkaProperties), deserializer, PresentSettings.of(variables));
    }

    /**
     * What the order saga would say now.
     *
     * @param wish makes the message for the store of the order.
     * @throws CommandFailure if there is no such order.
     */
    public Foretold ofOrder(String orderId, Function<String, Message> wish, Instant now) throws InterruptedException {
        return of(orderId, Checks.orders(new SagaDecider(settings.saga())), wish, now, Foretelling::words);
    }

    /**
     * What the payment of an order would say now.
     *
     * @param wish makes the message for the store of the order.
     * @throws CommandFailure if there is no such order, or it has no payment.
     */
    public Foretold ofPayment(String orderId, Function<String, Message> wish, Instant now) throws InterruptedException {
        return of(orderId, Checks.payments(new PaymentsDecider(settings.payment())), wish, now, Foretelling::words);
    }

    /**
     * What the notifications of an order would say now.
     *
     * @param wish makes the message for the store of the order.
     * @throws CommandFailure if there is no such order, or nothing was to be told of it.
     */
    public Foretold ofNotifications(String orderId, Function<String, Message> wish, Instant now)
            throws InterruptedException {
        NotificationsDecider decider = new NotificationsDecider(settings.notifications());
        return of(orderId, Checks.notifications(decider), wish, now, Foretelling::words);
    }

    private <S> Foretold of(
            String orderId, OrderCheck<S> check, Function<String, Message> wish, Instant now, Function<S, String> words)
            throws InterruptedException {
        Instant since = firstOf(orderId)
                .orElseThrow(() -> new CommandFailure("no topic has an order " + orderId))
                .minus(CLOCK_SLACK);
        KafkaLog log = KafkaLog.of(kafkaProperties, List.of(check), since);
        History history = check.historyOf(orderId, log, deserializer, since)
                .orElseThrow(() -> new CommandFailure(
                        check.service() + " has nothing of order " + orderId + " that it could be asked about"));
        String storeId = history.inputs().getFirst().message().meta().storeId();
        Message message = wish.apply(storeId);
        Optional<S> state = Fold.stateOf(check.service(), check.decider(), history);
        return state.map(known -> foretold(orderId, storeId, check.decider(), known, message, now, words))
                .orElseGet(() -> new Foretold(orderId, storeId, "not known", NOT_FORETOLD, List.of(), Effect.UNKNOWN));
    }

    private static <S> Foretold foretold(
            String orderId,
            String storeId,
            PresentDecider<S> decider,
            S state,
            Message message,
            Instant now,
            Function<S, String> words) {
        Answer<S> answer = Answer.of(() -> decider.decide(state, orderId, message, now));
        return new Foretold(orderId, storeId, words.apply(state), answer.words(), answer.messages(), effectOf(answer));
    }

    private static <S> Effect effectOf(Answer<S> answer) {
        return switch (answer) {
            case Answer.Given<S>(Decision.Ignored<S> _) -> Effect.NONE;
            case Answer.Given<S>(Decision.Decided<S> decided) ->
                decided.messages().isEmpty() ? Effect.NOTED : Effect.TOLD;
            case Answer.Failed<S> _ -> Effect.UNKNOWN;
        };
    }

    private Optional<Instant> firstOf(String orderId) throws InterruptedException {
        byte[] key = orderId.getBytes(UTF_8);
        AtomicReference<Instant> first = new AtomicReference<>();
        try (LogScan scan = new LogScan(kafkaProperties)) {
            scan.read(scan.partitionOf(Topics.ORDERS_INTAKE, key), record -> {
                Instant time = Instant.ofEpochMilli(record.timestamp());
                if (Arrays.equals(record.key(), key) && (first.get() == null || time.isBefore(first.get()))) {
                    first.set(time);
                }
            });
        }
        return Optional.ofNullable(first.get());
    }

    private static String words(Order order) {
        return order.status().name();
    }

    private static String words(Payment payment) {
        return payment.operations().isEmpty()
                ? "nothing was asked for"
                : payment.operations().stream().map(Foretelling::words).collect(Collectors.joining(", "));
    }

    private static String words(Correspondence correspondence) {
        return correspondence.announcements().isEmpty()
                ? "nothing was to be told"
                : correspondence.announcements().stream()
                        .map(Foretelling::words)
                        .collect(Collectors.joining(", "));
    }

    private static String words(Announcement announcement) {
        String stands =
                announcement.milestone() + " " + (announcement.occasion() + " " + announcement.status()).strip();
        return announcement.sendBy() == null ? stands : stands + " until " + announcement.sendBy();
    }

    private static String words(Operation operation) {
        return (operation.kind() + " " + operation.id()).strip() + " " + operation.status();
    }
}
