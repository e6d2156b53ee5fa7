package dev.orderbackbone.notification.config;

import dev.orderbackbone.notification.domain.NotificationRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long messages are tried.
 *
 * @param askAgainAfter a sending without a result is asked for again after that time ({@code NOTIFICATIONS_ASK_AGAIN_AFTER}).
 * @param giveUpAfter a message without a result is given up after that time ({@code NOTIFICATIONS_GIVE_UP_AFTER}).
 */
@ConfigurationProperties("notifications")
record NotificationSettings(
        @Bindable(defaultValue = "10m") Duration askAgainAfter,
        @Bindable(defaultValue = "5d") Duration giveUpAfter) {
    NotificationRules rules() {
        return new NotificationRules(askAgainAfter, giveUpAfter);
    }
}
