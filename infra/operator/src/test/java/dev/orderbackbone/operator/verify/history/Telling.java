package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.time.Duration;
import java.util.UUID;

/** What the customer is told. */
final class Telling {
    private static final Duration SEND_WITHIN = Duration.ofMinutes(10);

    private final Story story;

    Telling(Story story) {
        this.story = story;
    }

    void confirmed(UUID cause) {
        tell(Milestone.CONFIRMED, "", story.cart.totalMinor(), cause);
    }

    void rejected(UUID cause) {
        tell(Milestone.REJECTED, "", story.cart.totalMinor(), cause);
    }

    void cancelled(UUID cause) {
        tell(Milestone.CANCELLED, "", story.cart.totalMinor(), cause);
    }

    void shipped(String shipmentId, long amountMinor, UUID cause) {
        tell(Milestone.SHIPPED, shipmentId, amountMinor, cause);
    }

    void refunded(String refundId, long amountMinor, UUID cause) {
        tell(Milestone.REFUNDED, refundId, amountMinor, cause);
    }

    private void tell(Milestone milestone, String occasion, long amountMinor, UUID cause) {
        String messageId = story.id + "." + milestone + (occasion.isEmpty() ? "" : "." + occasion);
        if (story.contact.email() == null) {
            story.then(() -> story.world.write(new NotificationSuppressed(
                    story.caused(cause), messageId, milestone, occasion, Channel.EMAIL, "no-address")));
        } else {
            story.then(() -> request(messageId, milestone, occasion, amountMinor, cause));
        }
    }

    private void request(String messageId, Milestone milestone, String occasion, long amountMinor, UUID cause) {
        UUID request = story.world.write(new NotificationRequested(
                story.caused(cause),
                messageId,
                milestone,
                occasion,
                Channel.EMAIL,
                1,
                story.contact,
                story.currency,
                amountMinor,
                "",
                story.world.now().plus(SEND_WITHIN)));
        story.then(() -> send(messageId, milestone, occasion, request));
        if (story.plot.has(Turn.MAIL_TWICE)) {
            story.then(() -> send(messageId, milestone, occasion, request));
        }
    }

    private void send(String messageId, Milestone milestone, String occasion, UUID request) {
        story.world.mail(messageId);
        story.world.write(
                new NotificationSent(story.caused(request), messageId, milestone, occasion, Channel.EMAIL, 1));
    }
}
