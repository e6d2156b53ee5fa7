package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.Facts.charge;
import static dev.orderbackbone.orderevents.domain.Facts.line;
import static dev.orderbackbone.orderevents.domain.Facts.lineOf;
import static dev.orderbackbone.orderevents.domain.Facts.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionRulesTest {
    private static final long TRILLION = 1_000_000_000_000L;
    private static final OrderSubmitted GOOD = submitted(List.of(charge(250)), line(1, "cup", 2, 300));
    private static final SubmissionDraft DRAFT = SubmissionDraft.of(GOOD);

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("order-id-derived", "/meta/orderId", DRAFT.store("another shop")),
                arguments("order-id-derived", "/meta/orderId", DRAFT.key("another key")),
                arguments("not-blank", "/meta/storeId", DRAFT.store(" ")),
                arguments("printable", "/meta/storeId", DRAFT.store("shop\u001fx")),
                arguments("not-blank", "/idempotencyKey", DRAFT.key("")),
                arguments("max-length", "/idempotencyKey", DRAFT.key("k".repeat(256))),
                arguments("printable", "/idempotencyKey", DRAFT.key("a\u0000b")),
                arguments("max-length", "/customerId", DRAFT.customer("c".repeat(129))),
                arguments("max-length", "/contact/email", DRAFT.contact(new Contact(null, "e".repeat(321)))),
                arguments("printable", "/contact/name", DRAFT.contact(new Contact("a\nb", null))),
                arguments("country-code", "/country", DRAFT.country("gb")),
                arguments("country-code", "/country", DRAFT.country("GBR")),
                arguments("currency-known", "/currency", DRAFT.currency("GBp")),
                arguments("currency-known", "/currency", DRAFT.currency("XAU")),
                arguments("lines-not-empty", "/lines", submitted()),
                arguments("lines-limit", "/lines", submitted(linesOf(5_001))),
                arguments("line-number", "/lines/1/lineNumber", submitted(line(1, "cup", 1, 1), line(1, "pot", 1, 1))),
                arguments("line-number", "/lines/0/lineNumber", submitted(line(0, "cup", 1, 1))),
                arguments("not-blank", "/lines/0/sku", submitted(line(1, "", 1, 1))),
                arguments("printable", "/lines/0/sku", submitted(line(1, "c\tp", 1, 1))),
                arguments("printable", "/lines/0/sku", submitted(line(1, "cup\ud800", 1, 1))),
                arguments("max-length", "/lines/0/sku", submitted(line(1, "s".repeat(129), 1, 1))),
                arguments("not-blank", "/lines/0/location", submitted(lineOf(" ", 1, "cup", 1, 1))),
                arguments("printable", "/lines/0/description", submitted(described("a\u2028b"))),
                arguments("max-length", "/lines/0/description", submitted(described("d".repeat(501)))),
                arguments("quantity-range", "/lines/0/quantity", submitted(line(1, "cup", 0, 1))),
                arguments("quantity-range", "/lines/0/quantity", submitted(line(1, "cup", -1, 1))),
                arguments("quantity-range", "/lines/0/quantity", submitted(line(1, "cup", 1_000_001, 1))),
                arguments("unit-price-range", "/lines/0/unitPriceMinor", submitted(line(1, "cup", 1, -1))),
                arguments("unit-price-range", "/lines/0/unitPriceMinor", submitted(line(1, "cup", 1, TRILLION + 1))),
                arguments("sku-quantity-sum", "/lines/2147/quantity", submitted(sameSku(2_148))),
                arguments("order-size", "/lines", submitted(wordy(1_001))),
                arguments(
                        "charges-limit",
                        "/charges",
                        submitted(Collections.nCopies(101, charge(0)), line(1, "cup", 1, 1))),
                arguments(
                        "not-blank",
                        "/charges/0/code",
                        submitted(List.of(new Charge("", null, 1)), line(1, "cup", 1, 1))),
                arguments(
                        "max-length",
                        "/charges/0/description",
                        submitted(List.of(new Charge("c", "d".repeat(501), 1)), line(1, "cup", 1, 1))),
                arguments(
                        "charge-range",
                        "/charges/0/amountMinor",
                        submitted(List.of(charge(TRILLION + 1)), line(1, "cup", 1, 1))),
                arguments(
                        "charge-range",
                        "/charges/0/amountMinor",
                        submitted(List.of(charge(-TRILLION - 1)), line(1, "cup", 1, 1))),
                arguments("amounts-overflow", "/lines", submitted(dear(10))),
                arguments("total-equals-sum", "/totalMinor", DRAFT.total(849)),
                arguments("total-equals-sum", "/totalMinor", DRAFT.total(Long.MAX_VALUE)),
                arguments("total-not-negative", "/totalMinor", submitted(List.of(charge(-2)), line(1, "cup", 1, 1))),
                arguments("not-blank", "/paymentMethod", DRAFT.paymentMethod("")),
                arguments("max-length", "/paymentMethod", DRAFT.paymentMethod("t".repeat(256))),
                arguments("ordered-at-range", "/orderedAt", DRAFT.orderedAt(Instant.parse("1899-12-31T23:59:59Z"))),
                arguments("ordered-at-range", "/orderedAt", DRAFT.orderedAt(Instant.parse("+10000-01-01T00:00:00Z"))));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource
    void broken(String rule, String field, OrderSubmitted submitted) {
        BrokenRule broken = SubmissionRules.firstBroken(submitted);

        assertThat(broken).isNotNull();
        assertThat(broken.rule()).isEqualTo(rule);
        assertThat(broken.field()).isEqualTo(field);
        assertThat(broken.message()).isNotBlank();
    }

    static Stream<OrderSubmitted> kept() {
        return Stream.of(
                GOOD,
                withDerivedId(DRAFT.key("k".repeat(255))),
                withDerivedId(DRAFT.key("schlüssel 鍵 🔑")),
                DRAFT.contact(new Contact("Ann O’Nymous", "ann@example.com")),
                DRAFT.country("ZZ"),
                DRAFT.currency("JPY"),
                DRAFT.currency("KWD"),
                submitted(linesOf(5_000)),
                submitted(wordy(1_000)),
                submitted(line(1, "cup", 1_000_000, 0)),
                submitted(line(1, "cup", 1_000_000, TRILLION)),
                submitted(dear(9)),
                submitted(sameSku(2_147)),
                submitted(lineOf("north", 1, "cup", 1, 1), lineOf("south", 2, "cup", 1, 1)),
                submitted(List.of(charge(-600)), line(1, "cup", 2, 300)),
                DRAFT.orderedAt(Instant.parse("2009-12-01T08:26:00Z")));
    }

    @ParameterizedTest
    @MethodSource
    void kept(OrderSubmitted submitted) {
        assertThat(SubmissionRules.firstBroken(submitted)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBP", "EUR", "USD", "CLF", "BHD"})
    void takesTheCurrenciesOfTheStandard(String code) {
        assertThat(SubmissionRules.firstBroken(DRAFT.currency(code))).isNull();
    }

    @Test
    void namesTheFirstRuleThatIsBroken() {
        BrokenRule broken =
                SubmissionRules.firstBroken(SubmissionDraft.of(submitted()).currency("XXX"));

        assertThat(broken).isNotNull().extracting(BrokenRule::rule).isEqualTo("currency-known");
    }

    private static OrderLine[] linesOf(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> line(n, "sku-" + n, 1, 1))
                .toArray(OrderLine[]::new);
    }

    /** Each line has 500 bytes of text. */
    private static OrderLine[] wordy(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new OrderLine(n, "sku", "é".repeat(246) + "x", 1, 1, "main"))
                .toArray(OrderLine[]::new);
    }

    private static OrderLine[] sameSku(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> line(n, "pin", 1_000_000, 0))
                .toArray(OrderLine[]::new);
    }

    /** Each line costs 10¹⁸, of which 64 bits hold nine. */
    private static OrderLine[] dear(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> line(n, "gem-" + n, 1_000_000, TRILLION))
                .toArray(OrderLine[]::new);
    }

    private static OrderLine described(String description) {
        return new OrderLine(1, "cup", description, 1, 1, "main");
    }

    private static OrderSubmitted withDerivedId(OrderSubmitted submitted) {
        Meta meta = submitted.meta();
        String orderId = OrderIds.of(meta.storeId(), submitted.idempotencyKey());
        return SubmissionDraft.of(submitted)
                .meta(new Meta(meta.eventId(), orderId, 0, meta.occurredAt(), meta.causationId(), meta.storeId()));
    }
}
