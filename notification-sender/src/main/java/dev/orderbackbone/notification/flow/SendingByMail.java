package dev.orderbackbone.notification.flow;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.NotificationFailed;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.runtime.Delivery;
import dev.orderbackbone.runtime.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one requested message. A mail server that is down or busy is tried again, ever more slowly, until the request's deadline; after
 * that the decider asks again.
 *
 * <p>A crash between the server's word and the commit of the request repeats the message under the same id: SMTP has no way to ask. That
 * window is one produce request, 20 ms and one commit long.
 */
public final class SendingByMail implements Effect<NotificationRequested> {
    private static final Logger log = LoggerFactory.getLogger(SendingByMail.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Mailer mailer;
    private final InstantSource clock;

    public SendingByMail(Mailer mailer, InstantSource clock) {
        this.mailer = mailer;
        this.clock = clock;
    }

    @Override
    public Instant deadlineOf(NotificationRequested request) {
        return request.sendBy();
    }

    @Override
    public @Nullable Message perform(NotificationRequested request, Delivery delivery) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            switch (mailer.send(request)) {
                case Mailer.Outcome.Sent sent -> {
                    return sent(request);
                }
                case Mailer.Outcome.Refused refused -> {
                    return failed(request, refused.reason());
                }
                case Mailer.Outcome.TryLater later -> {
                    if (!clock.instant().plus(pause).isBefore(request.sendBy())) {
                        log.warn("{} is not sent by its deadline: {}", request.messageId(), later.reason());
                        return null;
                    }
                }
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private NotificationSent sent(NotificationRequested request) {
        return new NotificationSent(
                metaOf(request),
                request.messageId(),
                request.milestone(),
                request.occasion(),
                request.channel(),
                request.attempt());
    }

    private NotificationFailed failed(NotificationRequested request, String reason) {
        return new NotificationFailed(
                metaOf(request),
                request.messageId(),
                request.milestone(),
                request.occasion(),
                request.channel(),
                request.attempt(),
                reason);
    }

    private Meta metaOf(NotificationRequested request) {
        Instant now = clock.instant();
        UUID id = EventIds.root(now, UUID.randomUUID());
        return new Meta(
                id,
                request.meta().orderId(),
                0,
                now,
                request.meta().eventId(),
                request.meta().storeId());
    }
}
