package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.operator.verify.invariant.OrderMessages.LeftOut;
import dev.orderbackbone.operator.verify.invariant.OrderMessages.Requested;
import dev.orderbackbone.operator.verify.invariant.OrderMessages.Sent;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I8. One message id for each order, milestone, occasion and channel, and the other way round; nothing is told that has not happened; every mail in
 * the ledger was asked for, and every one that is said to have been sent is in it. A mail that repeats a message id is counted, as the receiver can
 * tell it by the id: sending is at least once. A message is sent once more, under an id of its own, only where an operator said so and there was a first
 * one; it is left out as skipped only where an operator said so; and what was left out is not asked for again.
 */
final class EachToldOnce implements Invariant {
    static final String LEDGER = "mail ledger";

    private final Findings findings;
    private final long skewMs;
    private final @Nullable Ledger<SentMail> ledger;
    private final Background<MailIndex> index;
    private final Map<Long, Missing> missing = new HashMap<>();

    /**
     * I8.
     *
     * @param skewMs how far the clocks of the services may differ.
     */
    EachToldOnce(Findings findings, long skewMs, @Nullable Ledger<SentMail> ledger) {
        this.findings = findings;
        this.skewMs = skewMs;
        this.ledger = ledger;
        this.index = Background.begin("verify-mails", () -> MailIndex.read(ledger));
    }

    /** A mail that is said to have been sent and that the ledger, when it was read, did not hold. */
    private record Missing(String orderId, long place) {}

    @Override
    public Law law() {
        return Law.I8;
    }

    @Override
    public Set<Topic> reads() {
        return Set.of(
                Topics.NOTIFICATIONS_COMMANDS,
                Topics.NOTIFICATIONS_REQUESTS,
                Topics.NOTIFICATIONS_EVENTS,
                Topics.ORDERS_EVENTS,
                Topics.PAYMENTS_EVENTS);
    }

    @Override
    public Desk open(Slice slice) {
        return new MessageDesk(slice);
    }

    @Override
    public void conclude() {
        if (ledger == null) {
            return;
        }
        findings.checked("mails", index.get().mails());
        findings.remark("mails repeated with the same message id", index.get().repeats());
        lookAgain(ledger);
        missing.values()
                .forEach(lacking -> findings.violated(
                        lacking::orderId,
                        List.of(PackedPlace.unpack(lacking.place())),
                        "the mail in the mail server's ledger, as it is said to have been sent",
                        "none"));
        index.get()
                .unclaimedLines()
                .forEach(line -> findings.violated(
                        () -> "",
                        List.of(Place.line(LEDGER, line)),
                        "a NotificationRequested with the message id of this mail",
                        "none in notifications.requests"));
    }

    private void lookAgain(Ledger<SentMail> mails) {
        if (missing.isEmpty()) {
            return;
        }
        try (Stream<SentMail> entries = mails.open()) {
            entries.filter(mail -> mail.line() > index.get().lastLine())
                    .forEach(mail -> missing.remove(Hash64.of(mail.messageId())));
        }
    }

    private final class MessageDesk implements Desk {
        private final Slice slice;
        private final PerOrder<OrderMessages> orders = new PerOrder<>(OrderMessages::new);
        private long messages;

        MessageDesk(Slice slice) {
            this.slice = slice;
        }

        @Override
        public void see(LogRecord record, int order) {
            Message message = record.message();
            if (message instanceof NotificationRequested request) {
                orders.at(order).see(record, request);
            } else if (message instanceof NotificationSent sent) {
                orders.at(order).see(record, sent);
            } else if (message instanceof NotificationSuppressed suppressed) {
                orders.at(order).see(record, suppressed);
            } else if (message instanceof NotificationCommand command) {
                orders.at(order).see(command);
            } else if (message instanceof OrderEvent event) {
                orders.at(order).see(event);
            } else if (message instanceof PaymentRefunded event) {
                orders.at(order).see(event);
            }
        }

        @Override
        public void conclude() {
            orders.forEach((order, facts) -> {
                messages += facts.requests().size();
                judgeRequests(order, facts);
                judgeSent(order, facts);
                judgeLeftOut(order, facts);
            });
            findings.checked("messages", messages);
        }

        private void judgeRequests(int order, OrderMessages facts) {
            List<Requested> requests = facts.requests();
            for (int i = 0; i < requests.size(); i++) {
                judgeUnique(order, requests.get(i), requests.subList(0, i));
                judgeTrue(order, requests.get(i), facts);
                judgeResent(order, requests.get(i), facts);
                index.get().claim(requests.get(i).messageId());
            }
        }

        private void judgeUnique(int order, Requested request, List<Requested> earlier) {
            for (Requested other : earlier) {
                boolean sameId = other.messageId() == request.messageId();
                if (sameId != other.isAbout(request)) {
                    violated(
                            order,
                            sameId ? "one message for each message id" : "one message of " + request.subject(),
                            sameId ? other.subject() + " and " + request.subject() : "another one, with another id",
                            other.place(),
                            request.place());
                }
            }
        }

        private void judgeTrue(int order, Requested request, OrderMessages facts) {
            if (request.settled() && !facts.isTrue(request)) {
                violated(
                        order,
                        "the customer told what has happened, and once more only where an operator said so",
                        request.subject() + ", which has not, or nobody said so",
                        request.place());
            }
        }

        private void judgeResent(int order, Requested request, OrderMessages facts) {
            facts.resendOf(request).ifPresent(resend -> {
                findings.remark("messages sent once more, as an operator said", 1);
                if (request.settled() && !facts.hasFirst(resend)) {
                    violated(
                            order,
                            "a first message before it is sent once more",
                            request.subject() + ", of which there is none",
                            request.place());
                }
            });
        }

        private void judgeLeftOut(int order, OrderMessages facts) {
            for (LeftOut out : facts.leftOut()) {
                if (out.isSkipped()) {
                    findings.remark("messages left out, as an operator said", 1);
                    if (out.settled() && !facts.isSkipAsked(out)) {
                        violated(order, "a SkipNotification for what was skipped", "none", out.place());
                    }
                }
                facts.requests().stream()
                        .filter(request ->
                                request.messageId() == out.messageId() && request.lastAtMs() > out.atMs() + skewMs)
                        .forEach(request -> violated(
                                order,
                                "nothing asked for that was left out",
                                request.subject() + ", asked for " + (request.lastAtMs() - out.atMs()) + " ms later",
                                out.place(),
                                request.place()));
            }
        }

        private void judgeSent(int order, OrderMessages facts) {
            Set<Long> asked = new HashSet<>();
            facts.requests().forEach(request -> asked.add(request.messageId()));
            for (Sent sent : facts.sent()) {
                if (!asked.contains(sent.messageId())) {
                    violated(order, "a NotificationRequested for what was sent", "none", sent.place());
                }
                if (ledger != null
                        && sent.channel() == Channel.EMAIL
                        && !index.get().claim(sent.messageId())) {
                    missing.putIfAbsent(
                            sent.messageId(), new Missing(slice.orders().idOf(order), sent.place()));
                }
            }
        }

        private void violated(int order, String expected, String seen, long... places) {
            findings.violated(
                    () -> slice.orders().idOf(order),
                    Arrays.stream(places).mapToObj(PackedPlace::unpack).toList(),
                    expected,
                    seen);
        }
    }
}
