package dev.orderbackbone.payment;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.AuthorizePayment;
import dev.orderbackbone.contract.payment.CapturePayment;
import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.RefundPayment;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.testkit.TestKafka;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Leads payments through their whole life, as the order saga would: authorise, capture a part, refund a part of that, void the rest. */
final class Commander {
    static final long AUTHORIZED_MINOR = 2_500;
    static final long CAPTURED_MINOR = 1_000;
    static final long REFUNDED_MINOR = 400;

    private final TestKafka kafka;
    private final String orders;
    private final Set<UUID> heard = new HashSet<>();

    /** For orders whose ids begin so. */
    Commander(TestKafka kafka, String orders) {
        this.kafka = kafka;
        this.orders = orders;
    }

    void authorize(String order, String paymentMethod) {
        kafka.send(new AuthorizePayment(meta(orders + order), AUTHORIZED_MINOR, "EUR", paymentMethod));
    }

    /** All events so far of these orders; to those that are news it gives the next command. */
    List<PaymentEvent> lead() {
        List<PaymentEvent> events = events();
        events.stream().filter(event -> heard.add(event.meta().eventId())).forEach(this::goOn);
        return events;
    }

    List<PaymentEvent> events() {
        List<PaymentEvent> events = new ArrayList<>();
        for (Message message : kafka.messages(Topics.PAYMENTS_EVENTS)) {
            if (message instanceof PaymentEvent event && event.meta().orderId().startsWith(orders)) {
                events.add(event);
            }
        }
        return events;
    }

    private void goOn(PaymentEvent event) {
        Meta meta = meta(event.meta().orderId());
        switch (event) {
            case PaymentAuthorized _ -> kafka.send(new CapturePayment(meta, "ship-1", CAPTURED_MINOR, "EUR"));
            case PaymentCaptured _ -> kafka.send(new RefundPayment(meta, "return-1", REFUNDED_MINOR, "EUR"));
            case PaymentRefunded _ -> kafka.send(new VoidPayment(meta, "the end"));
            default -> {} // the end, or nothing to be done about it
        }
    }

    private static Meta meta(String orderId) {
        Instant now = Instant.now();
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(id, orderId, 0, now, id, "store-1");
    }
}
