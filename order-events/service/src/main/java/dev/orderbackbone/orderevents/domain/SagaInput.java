package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.InventoryEvent;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.payment.PaymentEvent;

/** What the saga reacts to: an event of one of the three topics that it reads. */
public sealed interface SagaInput {

    /** Somebody outside asks for something or reports a fact. */
    record FromIntake(IntakeEvent event) implements SagaInput {}

    /** A stock pool answers. */
    record FromInventory(InventoryEvent event) implements SagaInput {}

    /** The payment answers. */
    record FromPayment(PaymentEvent event) implements SagaInput {}

    /**
     * Sorts a message by the topic that it comes from.
     *
     * @throws IllegalArgumentException if the saga does not read such messages.
     */
    static SagaInput of(Message message) {
        return switch (message) {
            case IntakeEvent event -> new FromIntake(event);
            case InventoryEvent event -> new FromInventory(event);
            case PaymentEvent event -> new FromPayment(event);
            default ->
                throw new IllegalArgumentException(
                        "the order saga does not read " + message.getClass().getName());
        };
    }

    /** What the event starts with. */
    default Meta meta() {
        return switch (this) {
            case FromIntake(IntakeEvent event) -> event.meta();
            case FromInventory(InventoryEvent event) -> event.meta();
            case FromPayment(PaymentEvent event) -> event.meta();
        };
    }
}
