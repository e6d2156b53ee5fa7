package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSent;
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
import java.util.Set;

/** What one customer was to be told, what was sent, and what there was to tell. */
final class OrderMessages {
    private static final Set<Milestone> NOTHING_HAPPENED = EnumSet.noneOf(Milestone.class);

    private List<Requested> requests = List.of();
    private List<Sent> sent = List.of();
    private List<String> shipments = List.of();
    private List<String> refunds = List.of();
    private Set<Milestone> happened = NOTHING_HAPPENED;

    /**
     * A message that was asked for; repeated requests for it are kept once.
     *
     * @param messageId hash of its id.
     */
    record Requested(
            long messageId, Milestone milestone, String occasion, Channel channel, long place, boolean settled) {
        boolean isAbout(Requested other) {
            return milestone == other.milestone && channel == other.channel && occasion.equals(other.occasion);
        }

        String subject() {
            return milestone + (occasion.isEmpty() ? "" : " " + occasion) + " by " + channel;
        }
    }

    /** A message that the sender says was sent. */
    record Sent(long messageId, Channel channel, long place) {}

    void see(LogRecord record, NotificationRequested event) {
        Requested request = new Requested(
                Hash64.of(event.messageId()),
                event.milestone(),
                event.occasion(),
                event.channel(),
                PackedPlace.of(record),
                record.settled());
        if (requests.stream().noneMatch(known -> known.messageId() == request.messageId() && known.isAbout(request))) {
            requests = plus(requests, request);
        }
    }

    void see(LogRecord record, NotificationSent event) {
        sent = plus(sent, new Sent(Hash64.of(event.messageId()), event.channel(), PackedPlace.of(record)));
    }

    void see(OrderEvent event) {
        switch (event) {
            case OrderConfirmed confirmed -> happened(Milestone.CONFIRMED);
            case OrderRejected rejected -> happened(Milestone.REJECTED);
            case OrderCancelled cancelled -> happened(Milestone.CANCELLED);
            case OrderExpired expired -> happened(Milestone.CANCELLED);
            case OrderShipped shipped -> shipments = plus(shipments, shipped.shipmentId());
            default -> {} // nothing that a customer is told about
        }
    }

    void see(PaymentRefunded event) {
        refunds = plus(refunds, event.refundId());
    }

    List<Requested> requests() {
        return requests;
    }

    List<Sent> sent() {
        return sent;
    }

    /** Whether there was that to tell. */
    boolean isTrue(Requested request) {
        return switch (request.milestone()) {
            case CONFIRMED, REJECTED, CANCELLED -> happened.contains(request.milestone());
            case SHIPPED -> shipments.contains(request.occasion());
            case REFUNDED -> refunds.contains(request.occasion());
            case UNKNOWN -> true;
        };
    }

    private void happened(Milestone... milestones) {
        Set<Milestone> more = EnumSet.copyOf(happened);
        more.addAll(List.of(milestones));
        happened = more;
    }

    private static <E> List<E> plus(List<E> list, E element) {
        List<E> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(element);
        return more;
    }
}
