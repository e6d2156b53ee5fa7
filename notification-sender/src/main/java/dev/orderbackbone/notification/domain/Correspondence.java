package dev.orderbackbone.notification.domain;

import dev.orderbackbone.contract.notification.NotificationCommand;
import dev.orderbackbone.contract.notification.Occasions;
import dev.orderbackbone.contract.order.Contact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a customer is told about one order.
 *
 * @param orderId the order.
 * @param storeId its store; empty until the order is seen.
 * @param placed whether OrderPlaced has been seen: only then is it known whom to write to.
 * @param contact how to reach the customer; null where unknown.
 * @param currency ISO 4217 code; empty until the order is seen.
 * @param totalMinor the order's total, minor units.
 * @param lastEventId the last message that was taken into account: the cause of what a deadline brings about.
 * @param announcements in the order in which they came up.
 */
public record Correspondence(
        String orderId,
        String storeId,
        boolean placed,
        @Nullable Contact contact,
        String currency,
        long totalMinor,
        UUID lastEventId,
        List<Announcement> announcements) {

    static Correspondence unseen(String orderId, UUID cause) {
        return new Correspondence(orderId, "", false, null, "", 0, cause, List.of());
    }

    /** When the first message without a result is to be asked for again; null where none is open. */
    public @Nullable Instant nextSendBy() {
        return announcements.stream()
                .map(Announcement::sendBy)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    boolean knows(Announcement announcement) {
        return announcements.stream().anyMatch(announcement::isSameAs);
    }

    /** What a command is about: the first message, and each that was sent once more. */
    List<Announcement> about(NotificationCommand command) {
        return announcements.stream()
                .filter(announcement -> announcement.milestone() == command.milestone()
                        && announcement.channel() == command.channel()
                        && Occasions.isAbout(command.occasion(), announcement.occasion()))
                .toList();
    }

    Optional<Announcement> withMessageId(String messageId) {
        return announcements.stream()
                .filter(announcement -> announcement.messageId(orderId).equals(messageId))
                .findFirst();
    }

    @Nullable
    String address() {
        return contact == null ? null : contact.email();
    }

    Correspondence with(List<Announcement> changed) {
        return new Correspondence(
                orderId, storeId, placed, contact, currency, totalMinor, lastEventId, List.copyOf(changed));
    }

    Correspondence plus(Announcement announcement) {
        List<Announcement> all = new ArrayList<>(announcements);
        all.add(announcement);
        return with(all);
    }

    Correspondence replace(Announcement before, Announcement after) {
        return with(announcements.stream()
                .map(announcement -> announcement.isSameAs(before) ? after : announcement)
                .toList());
    }

    Correspondence causedBy(UUID eventId) {
        return new Correspondence(orderId, storeId, placed, contact, currency, totalMinor, eventId, announcements);
    }
}
