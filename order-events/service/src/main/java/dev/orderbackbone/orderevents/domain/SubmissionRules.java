package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.TextRules.PROSE_LENGTH;
import static dev.orderbackbone.orderevents.domain.TextRules.id;
import static dev.orderbackbone.orderevents.domain.TextRules.optional;
import static dev.orderbackbone.orderevents.domain.TextRules.required;

import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a submission before an order can come of it. The HTTP intake asks the same rules before it publishes anything, so
 * that a storefront is told at once what the saga would refuse later.
 */
public final class SubmissionRules {
    /** Most lines of an order, and most of a shipment or a return. */
    public static final int MOST_LINES = 5_000;

    /** Most charges of an order. */
    public static final int MOST_CHARGES = 100;

    /** Most units of one line. */
    public static final int MOST_UNITS = 1_000_000;

    /** Highest unit price, and highest absolute charge, in minor units. */
    public static final long HIGHEST_PRICE_MINOR = 1_000_000_000_000L;

    /** Longest idempotency key and payment token, in characters. */
    public static final int LONGEST_KEY = 255;

    /** The saga's name of an order id that does not belong to the store and the idempotency key. */
    public static final String ORDER_ID_DERIVED = "order-id-derived";

    private static final int NAME_LENGTH = 200;
    // RFC 5321: 64 for the local part, 255 for the domain, and the sign between them.
    private static final int EMAIL_LENGTH = 320;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    // What every database and calendar can hold.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    // Codes without an exponent of their own (XAU, XXX) have no minor unit to count in.
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<Rule<OrderLine>> LINE_RULES = List.of(
            id("/sku", OrderLine::sku),
            id("/location", OrderLine::location),
            optional("/description", PROSE_LENGTH, OrderLine::description),
            line -> within("quantity-range", "/quantity", line.quantity(), 1, MOST_UNITS),
            line -> within("unit-price-range", "/unitPriceMinor", line.unitPriceMinor(), 0, HIGHEST_PRICE_MINOR));

    private static final List<Rule<Charge>> CHARGE_RULES = List.of(
            id("/code", Charge::code),
            optional("/description", PROSE_LENGTH, Charge::description),
            charge -> within(
                    "charge-range", "/amountMinor", charge.amountMinor(), -HIGHEST_PRICE_MINOR, HIGHEST_PRICE_MINOR));

    private static final List<Rule<OrderSubmitted>> RULES = List.of(
            id("/meta/storeId", submitted -> submitted.meta().storeId()),
            required("/idempotencyKey", LONGEST_KEY, OrderSubmitted::idempotencyKey),
            SubmissionRules::brokenOrderId,
            optional("/customerId", TextRules.ID_LENGTH, OrderSubmitted::customerId),
            optional(
                    "/contact/name",
                    NAME_LENGTH,
                    submitted -> submitted.contact() == null
                            ? null
                            : submitted.contact().name()),
            optional(
                    "/contact/email",
                    EMAIL_LENGTH,
                    submitted -> submitted.contact() == null
                            ? null
                            : submitted.contact().email()),
            SubmissionRules::country,
            SubmissionRules::currency,
            Rule.size("/lines", OrderSubmitted::lines, 1, MOST_LINES),
            SubmissionRules::lineNumbers,
            Rule.each("/lines", OrderSubmitted::lines, LINE_RULES),
            SumRules::unitsPerSku,
            SumRules::size,
            Rule.size("/charges", OrderSubmitted::charges, 0, MOST_CHARGES),
            Rule.each("/charges", OrderSubmitted::charges, CHARGE_RULES),
            SumRules::total,
            required("/paymentMethod", LONGEST_KEY, OrderSubmitted::paymentMethod),
            SubmissionRules::orderedAt);

    private SubmissionRules() {}

    /** The first rule that the submission breaks; null where it keeps them all. */
    public static @Nullable BrokenRule firstBroken(OrderSubmitted submitted) {
        return Rule.firstBroken(RULES, submitted);
    }

    static @Nullable BrokenRule brokenOrderId(OrderSubmitted submitted) {
        String derived = OrderIds.of(submitted.meta().storeId(), submitted.idempotencyKey());
        return submitted.meta().orderId().equals(derived)
                ? null
                : new BrokenRule(
                        ORDER_ID_DERIVED, "/meta/orderId", "store and idempotency key make the order id " + derived);
    }

    private static @Nullable BrokenRule country(OrderSubmitted submitted) {
        String country = submitted.country();
        return country == null || COUNTRY.matcher(country).matches()
                ? null
                : new BrokenRule("country-code", "/country", "is not two capital letters (ISO 3166-1 alpha-2)");
    }

    private static @Nullable BrokenRule currency(OrderSubmitted submitted) {
        return CURRENCIES.contains(submitted.currency())
                ? null
                : new BrokenRule("currency-known", "/currency", "is not a currency of ISO 4217 with a minor unit");
    }

    private static @Nullable BrokenRule lineNumbers(OrderSubmitted submitted) {
        for (int index = 0; index < submitted.lines().size(); index++) {
            if (submitted.lines().get(index).lineNumber() != index + 1) {
                return new BrokenRule("line-number", "/lines/" + index + "/lineNumber", "must be " + (index + 1));
            }
        }
        return null;
    }

    private static @Nullable BrokenRule orderedAt(OrderSubmitted submitted) {
        Instant orderedAt = submitted.orderedAt();
        return orderedAt.isBefore(EARLIEST) || orderedAt.isAfter(LATEST)
                ? new BrokenRule("ordered-at-range", "/orderedAt", "must be between " + EARLIEST + " and " + LATEST)
                : null;
    }

    static @Nullable BrokenRule within(String rule, String field, long value, long least, long most) {
        return value >= least && value <= most
                ? null
                : new BrokenRule(rule, field, "is " + value + ", must be " + least + " to " + most);
    }
}
