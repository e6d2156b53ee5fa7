package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Duration;
import java.util.List;

/** The services, as they are checked. */
final class Checks {
    private Checks() {}

    /** All of them, with the deciders of this release. */
    static List<ServiceCheck> present(PresentSettings settings) {
        return List.of(
                orders(new SagaDecider(settings.saga())),
                PoolCheck.present(),
                payments(new PaymentsDecider(settings.payment())),
                notifications(new NotificationsDecider(settings.notifications())));
    }

    /** The order saga with a decider. */
    static <S> OrderCheck<S> orders(PresentDecider<S> decider) {
        return new OrderCheck<>(
                Topics.ORDER_EVENTS,
                List.of(Topics.ORDERS_INTAKE, Topics.INVENTORY_EVENTS, Topics.PAYMENTS_EVENTS),
                List.of(
                        Topics.ORDERS_EVENTS,
                        Topics.ORDERS_REFUSALS,
                        Topics.INVENTORY_COMMANDS,
                        Topics.PAYMENTS_COMMANDS),
                decider);
    }

    /** Payments with a decider. */
    static <S> OrderCheck<S> payments(PresentDecider<S> decider) {
        return new OrderCheck<>(
                Topics.PAYMENT,
                List.of(Topics.PAYMENTS_COMMANDS, Topics.PAYMENTS_ANSWERS),
                List.of(Topics.PAYMENTS_CALLS, Topics.PAYMENTS_EVENTS),
                decider);
    }

    /** Notifications with a decider. */
    static <S> OrderCheck<S> notifications(PresentDecider<S> decider) {
        return new OrderCheck<>(
                Topics.NOTIFICATION,
                List.of(
                        Topics.ORDERS_EVENTS,
                        Topics.PAYMENTS_EVENTS,
                        Topics.NOTIFICATIONS_EVENTS,
                        Topics.NOTIFICATIONS_COMMANDS),
                List.of(Topics.NOTIFICATIONS_REQUESTS, Topics.NOTIFICATIONS_EVENTS),
                decider);
    }

    /** Runs one, and takes the time. */
    static ServiceFindings run(
            ServiceCheck check,
            RecordedLog log,
            MessageDeserializer deserializer,
            Selection selection,
            int mostDifferences) {
        long started = System.nanoTime();
        ServiceFindings findings = new ServiceFindings(check.service(), mostDifferences);
        check.run(log, deserializer, selection, findings);
        findings.took(Duration.ofNanos(System.nanoTime() - started));
        return findings;
    }
}
