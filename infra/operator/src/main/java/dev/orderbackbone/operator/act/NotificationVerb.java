package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.notification.Channel;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.notification.NotificationSuppressed;
import dev.orderbackbone.contract.notification.ResendNotification;
import dev.orderbackbone.contract.notification.SkipNotification;

/** What an operator can have done with a message to a customer. */
enum NotificationVerb {
    RESEND,
    SKIP;

    /** The command that says so. */
    Message event(Meta meta, MessageAbout about, String requestId, String reason, String by) {
        return switch (this) {
            case RESEND ->
                new ResendNotification(meta, about.milestone(), about.occasion(), Channel.EMAIL, requestId, reason, by);
            case SKIP ->
                new SkipNotification(meta, about.milestone(), about.occasion(), Channel.EMAIL, requestId, reason, by);
        };
    }

    /** Whether that is what was wished for. */
    boolean isDoneBy(Message told) {
        return switch (this) {
            case RESEND -> told instanceof NotificationRequested;
            case SKIP -> told instanceof NotificationSuppressed;
        };
    }

    /** What was not done, where nothing says that it was. */
    String fault() {
        return switch (this) {
            case RESEND -> "it was not asked for once more";
            case SKIP -> "it was not given up";
        };
    }
}
