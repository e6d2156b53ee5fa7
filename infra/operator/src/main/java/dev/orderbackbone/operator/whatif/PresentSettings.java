package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.notification.domain.NotificationRules;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.payment.domain.AskSchedule;
import dev.orderbackbone.payment.domain.PaymentRules;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings that deciders go by, from the variables that the services take them from ({@code ORDERS_CONFIRM_WITHIN}, {@code PAYMENT_ASK_AFTER} and so
 * on): other settings make other decisions.
 */
record PresentSettings(SagaSettings saga, PaymentRules payment, NotificationRules notifications) {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    /**
     * Reads them; what is not set is as the services have it.
     *
     * @throws IllegalArgumentException if a value is none, or out of its range.
     */
    static PresentSettings of(Map<String, String> environment) {
        return new PresentSettings(saga(environment), payment(environment), notifications(environment));
    }

    private static SagaSettings saga(Map<String, String> environment) {
        SagaSettings usual = SagaSettings.STANDARD;
        return new SagaSettings(
                duration(environment, "ORDERS_CONFIRM_WITHIN", usual.confirmWithin()),
                duration(environment, "ORDERS_RELEASE_GRACE", usual.releaseGrace()),
                new StockPools(number(
                        environment, "ORDERS_POOLS_PER_LOCATION", usual.pools().poolsPerLocation())));
    }

    private static PaymentRules payment(Map<String, String> environment) {
        AskSchedule usual = AskSchedule.USUAL;
        String askAfter = environment.get("PAYMENT_ASK_AFTER");
        List<Duration> waits = askAfter == null
                ? usual.waits()
                : Stream.of(askAfter.split(",", -1))
                        .map(wait -> duration("PAYMENT_ASK_AFTER", wait.strip()))
                        .toList();
        Duration reviewAfter = duration(environment, "PAYMENT_REVIEW_AFTER", usual.reviewAfter());
        return new PaymentRules(
                duration(environment, "PAYMENT_ANSWER_WITHIN", PaymentRules.USUAL.answerWithin()),
                new AskSchedule(waits, reviewAfter));
    }

    private static NotificationRules notifications(Map<String, String> environment) {
        NotificationRules usual = NotificationRules.DEFAULT;
        return new NotificationRules(
                duration(environment, "NOTIFICATIONS_ASK_AGAIN_AFTER", usual.askAgainAfter()),
                duration(environment, "NOTIFICATIONS_GIVE_UP_AFTER", usual.giveUpAfter()));
    }

    private static int number(Map<String, String> environment, String name, int usual) {
        String text = environment.get(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + "=" + text + ": must be a number");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(Map<String, String> environment, String name, Duration usual) {
        String text = environment.get(name);
        return text == null ? usual : duration(name, text);
    }

    private static Duration duration(String name, String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    name + "=" + text + ": must be a time such as 500ms, 30s, 10m, 24h, 5d or PT1M", wrong);
        }
    }
}
