package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;
import dev.orderbackbone.operator.verify.history.Plot.Turn;
import java.time.Duration;
import java.util.UUID;

/** What the customer is told. */
final class Telling {
    private static final String ONCE_MORE = "once-more";
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
        if (story.plot.has(Turn.SKIP_MAIL) || story.plot.has(Turn.SKIP_MAIL_TOO_LATE)) {
            story.then(() -> skip(messageId, milestone, occasion, request));
            return;
        }
        story.then(() -> {
            send(messageId, milestone, occasion, request);
            boolean isFirst = !occasion.contains(ONCE_MORE);
            if (isFirst && story.plot.has(Turn.RESEND)) {
                story.then(() -> resend(milestone, occasion, amountMinor));
            }
        });
        if (story.plot.has(Turn.MAIL_TWICE)) {
            story.then(() -> send(messageId, milestone, occasion, request));
        }
    }

    /** The sender may be at it: whether the mail server took it is then known after it was given up, or before that was decided. */
    private void skip(String messageId, Milestone milestone, String occasion, UUID request) {
        UUID command = story.world.write(new SkipNotification(
                story.root(), milestone, occasion, Channel.EMAIL, "request-1", "told by telephone", "ada"));
        boolean isTooLate = story.plot.has(Turn.SKIP_MAIL_TOO_LATE);
        boolean isKnownBefore = isTooLate && story.world.random.nextBoolean();
        if (isKnownBefore) {
            send(messageId, milestone, occasion, request);
        }
        story.world.write(new NotificationSuppressed(
                story.caused(command), messageId, milestone, occasion, Channel.EMAIL, NotificationSuppressed.SKIPPED));
        if (isTooLate && !isKnownBefore) {
            story.then(() -> send(messageId, milestone, occasion, request));
        }
    }

    private void resend(Milestone milestone, String occasion, long amountMinor) {
        ResendNotification command = new ResendNotification(
                story.root(), milestone, occasion, Channel.EMAIL, ONCE_MORE, "the customer called", "ada");
        UUID cause = story.world.write(command);
        String again = command.resentOccasion();
        request(story.id + "." + milestone + "." + again, milestone, again, amountMinor, cause);
    }

    private void send(String messageId, Milestone milestone, String occasion, UUID request) {
        story.world.mail(messageId);
        story.world.write(
                new NotificationSent(story.caused(request), messageId, milestone, occasion, Channel.EMAIL, 1));
    }
}
