package dev.orderbackbone.notification.adapter;

import dev.orderbackbone.contract.notification.NotificationRequested;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * What a mail says.
 *
 * @param subject one line.
 * @param body plain text.
 */
record MailText(String subject, String body) {

    static MailText of(NotificationRequested request) {
        String order = "Your order " + request.meta().orderId();
        String amount = amountOf(request);
        String detail = request.detail();
        return switch (request.milestone()) {
            case CONFIRMED ->
                text(
                        request,
                        order + " is confirmed",
                        "We have received your order of " + amount + " and are preparing it.");
            case REJECTED ->
                text(
                        request,
                        order + " could not be accepted",
                        "We cannot fulfil it (" + detail + "). You have not been charged.");
            case CANCELLED ->
                text(
                        request,
                        order + " is cancelled",
                        "It was cancelled (" + detail + "). What was reserved on your card is released.");
            case SHIPPED -> text(request, order + " is on its way", shipped(amount, detail));
            case REFUNDED -> text(request, order + ": your refund", "We have paid back " + amount + ".");
            case UNKNOWN -> throw new IllegalArgumentException("a milestone that this release does not know");
        };
    }

    private static String shipped(String amount, String trackingCode) {
        String goods = "Goods of " + amount + " have left our warehouse.";
        return trackingCode.isEmpty() ? goods : goods + " Tracking code: " + trackingCode + ".";
    }

    private static MailText text(NotificationRequested request, String subject, String statement) {
        String name = Objects.requireNonNullElse(request.contact().name(), "customer");
        return new MailText(subject, "Dear " + name + ",\r\n\r\n" + statement + "\r\n");
    }

    private static String amountOf(NotificationRequested request) {
        int digits = Math.max(0, Currency.getInstance(request.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(request.amountMinor(), digits).toPlainString() + " " + request.currency();
    }
}
