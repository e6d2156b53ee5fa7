package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.Occasions;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;
import dev.orderbackbone.contract.order.OrderCancelled;
import dev.orderbackbone.contract.order.OrderConfirmed;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.contract.order.OrderShipped;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one customer was to be told, what was sent, and what there was to tell. */
final class OrderMessages {
    private static final Set<Milestone> NOTHING_HAPPENED = EnumSet.noneOf(Milestone.class);

    private List<Requested> requests = List.of();
    private List<Sent> sent = List.of();
    private List<String> shipments = List.of();
    private List<String> refunds = List.of();
    private Set<Milestone> happened = NOTHING_HAPPENED;
    private List<LeftOut> leftOut = List.of();
    private List<NotificationCommand> commands = List.of();

    /**
     * A message that was asked for; repeated requests for it are kept as one.
     *
     * @param messageId hash of its id.
     * @param place of the request that was met first.
     * @param lastAtMs when it was last asked for, milliseconds since 1970.
     */
    record Requested(
            long messageId,
            Milestone milestone,
            String occasion,
            Channel channel,
            long place,
            boolean settled,
            long lastAtMs) {
        boolean isAbout(Requested other) {
            return milestone == other.milestone && channel == other.channel && occasion.equals(other.occasion);
        }

        private Requested alsoAt(long atMs) {
            return new Requested(messageId, milestone, occasion, channel, place, settled, Math.max(lastAtMs, atMs));
        }

        String subject() {
            return milestone + (occasion.isEmpty() ? "" : " " + occasion) + " by " + channel;
        }
    }

    /**
     * A message that was left out on purpose.
     *
     * @param messageId hash of its id.
     * @param isSkipped whether an operator said so.
     * @param cause hash of the event id of what led to it.
     * @param atMs when, milliseconds since 1970.
     */
    record LeftOut(
            long messageId,
            Milestone milestone,
            String occasion,
            Channel channel,
            boolean isSkipped,
            long cause,
            long place,
            boolean settled,
            long atMs) {}

    /** A message that the sender says was sent. */
    record Sent(long messageId, Channel channel, long place) {}

    void see(LogRecord record, NotificationRequested event) {
        Requested request = new Requested(
                Hash64.of(event.messageId()),
                event.milestone(),
                event.occasion(),
                event.channel(),
                PackedPlace.of(record),
                record.settled(),
                event.meta().occurredAt().toEpochMilli());
        List<Requested> more = new ArrayList<>(requests);
        for (int i = 0; i < more.size(); i++) {
            Requested known = more.get(i);
            if (known.messageId() == request.messageId() && known.isAbout(request)) {
                more.set(i, known.alsoAt(request.lastAtMs()));
                requests = more;
                return;
            }
        }
        requests = Few.plus(requests, request);
    }

    void see(LogRecord record, NotificationSuppressed event) {
        leftOut = Few.plus(
                leftOut,
                new LeftOut(
                        Hash64.of(event.messageId()),
                        event.milestone(),
                        event.occasion(),
                        event.channel(),
                        event.reason().equals(NotificationSuppressed.SKIPPED),
                        Hash64.of(event.meta().causationId()),
                        PackedPlace.of(record),
                        record.settled(),
                        event.meta().occurredAt().toEpochMilli()));
    }

    void see(NotificationCommand command) {
        commands = Few.plus(commands, command);
    }

    void see(LogRecord record, NotificationSent event) {
        sent = Few.plus(sent, new Sent(Hash64.of(event.messageId()), event.channel(), PackedPlace.of(record)));
    }

    void see(OrderEvent event) {
        switch (event) {
            case OrderConfirmed confirmed -> happened(Milestone.CONFIRMED);
            case OrderRejected rejected -> happened(Milestone.REJECTED);
            case OrderCancelled cancelled -> happened(Milestone.CANCELLED);
            case OrderExpired expired -> happened(Milestone.CANCELLED);
            case OrderShipped shipped -> shipments = Few.plus(shipments, shipped.shipmentId());
            default -> {} // nothing that a customer is told about
        }
    }

    void see(PaymentRefunded event) {
        refunds = Few.plus(refunds, event.refundId());
    }

    List<Requested> requests() {
        return requests;
    }

    List<Sent> sent() {
        return sent;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Whether there was that to tell. */
    boolean isTrue(Requested request) {
        return isTrue(request.milestone(), request.occasion())
                || resendOf(request)
                        .filter(resend -> isTrue(resend.milestone(), resend.occasion()))
                        .isPresent();
    }

    /** What an operator said, where a message was sent once more. */
    Optional<ResendNotification> resendOf(Requested request) {
        return commands.stream()
                .filter(ResendNotification.class::isInstance)
                .map(ResendNotification.class::cast)
                .filter(resend -> resend.milestone() == request.milestone()
                        && resend.channel() == request.channel()
                        && resend.resentOccasion().equals(request.occasion()))
                .findFirst();
    }

    /** Whether there was a first message that could be sent once more. */
    boolean hasFirst(ResendNotification resend) {
        return requests.stream().anyMatch(first -> is(resend, first.milestone(), first.channel(), first.occasion()))
                || leftOut.stream().anyMatch(first -> is(resend, first.milestone(), first.channel(), first.occasion()));
    }

    /** Whether an operator said that it is to be left out. */
    boolean isSkipAsked(LeftOut out) {
        return commands.stream()
                .filter(SkipNotification.class::isInstance)
                .anyMatch(skip -> Hash64.of(skip.meta().eventId()) == out.cause()
                        && skip.milestone() == out.milestone()
                        && skip.channel() == out.channel()
                        && Occasions.isAbout(skip.occasion(), out.occasion()));
    }

    private static boolean is(NotificationCommand command, Milestone milestone, Channel channel, String occasion) {
        return command.milestone() == milestone
                && command.channel() == channel
                && command.occasion().equals(occasion);
    }

    private boolean isTrue(Milestone milestone, String occasion) {
        return switch (milestone) {
            case CONFIRMED, REJECTED, CANCELLED -> occasion.isEmpty() && happened.contains(milestone);
            case SHIPPED -> shipments.contains(occasion);
            case REFUNDED -> refunds.contains(occasion);
            case UNKNOWN -> true;
        };
    }

    private void happened(Milestone... milestones) {
        Set<Milestone> more = EnumSet.copyOf(happened);
        more.addAll(List.of(milestones));
        happened = more;
    }
}
