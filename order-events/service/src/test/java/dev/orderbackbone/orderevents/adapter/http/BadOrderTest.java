package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Json.line;
import static dev.orderbackbone.orderevents.adapter.http.Json.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order's body that is wrong is answered with the field and the rule, and nothing is published. */
class BadOrderTest {
    @RegisterExtension
    static final IntakeServer SERVER = IntakeServer.standard();

    record Bad(String what, Object body, int status, String rule, String field) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource({"notJson", "otherFields", "otherTypes", "missing", "numbers", "times"})
    void malformedIsRefused(Bad bad) {
        refused(bad, 400);
    }

    @ParameterizedTest
    @MethodSource({"amounts", "quantities", "texts", "sizes"})
    void whatBreaksARuleIsRefused(Bad bad) {
        refused(bad, 422);
    }

    private static void refused(Bad bad, int status) {
        SERVER.submit("key", bad.body().toString()).isProblem(status, bad.rule(), bad.field());
        assertThat(bad.status()).isEqualTo(status);
        assertThat(SERVER.intake().published()).isEmpty();
        assertThat(SERVER.orders().asked()).isZero();
    }

    static Stream<Bad> notJson() {
        return Stream.of(
                malformed("nothing", "", "json", ""),
                malformed("blank", "  ", "type", ""),
                malformed("null", "null", "type", ""),
                malformed("a number", "5", "type", ""),
                malformed("an array", "[" + order() + "]", "type", ""),
                malformed("half an object", "{\"storeId\":\"shop\"", "json", ""),
                malformed("half a string", "{\"storeId\":\"sho", "json", ""),
                malformed("single quotes", "{'storeId':'shop'}", "json", ""),
                malformed("a trailing comma", order().toString().replace("}]", "}],"), "json", ""),
                malformed("a comment", order() + "/* done */", "json", ""),
                malformed("a second object", order() + "{}", "json", ""),
                malformed("a control character", order().with("storeId", "\"sh\top\""), "json", ""),
                malformed("an unknown escape", order().with("storeId", "\"sh\\op\""), "json", ""));
    }

    static Stream<Bad> otherFields() {
        return Stream.of(
                malformed("unknown field", order().with("colour", "1"), "unknown-field", "/colour"),
                malformed("other case", order().with("StoreId", "\"x\""), "unknown-field", "/StoreId"),
                malformed("unknown object", order().with("x", "{\"a\":{\"b\":1}}"), "unknown-field", "/x"),
                malformed("unknown of a line", order(line().with("a/b", "1")), "unknown-field", "/lines/0/a~1b"),
                malformed("line number", order(line().with("lineNumber", "1")), "unknown-field", "/lines/0/lineNumber"),
                malformed(
                        "unknown of a charge",
                        order().with("charges", "[{\"code\":\"A\",\"amountMinor\":0,\"tax\":1}]"),
                        "unknown-field",
                        "/charges/0/tax"),
                malformed(
                        "unknown of the contact",
                        order().with("contact", "{\"phone\":\"1\"}"),
                        "unknown-field",
                        "/contact/phone"),
                malformed("half a character as name", order().with("\\ud800", "1"), "unknown-field", "/?"),
                malformed("a long name", order().with("x".repeat(101), "1"), "json-limit", ""),
                malformed(
                        "a field twice",
                        order().toString().replace("{\"storeId\"", "{\"storeId\":\"a\",\"storeId\""),
                        "duplicate-field",
                        "/storeId"),
                malformed(
                        "a line's field twice",
                        order().with("lines", "[" + line() + ",{\"sku\":\"a\",\"quantity\":1,\"sku\":\"a\"}]"),
                        "duplicate-field",
                        "/lines/1/sku"));
    }

    static Stream<Bad> otherTypes() {
        return Stream.of(
                type("storeId", "5"),
                type("storeId", "null"),
                type("storeId", "[\"shop\"]"),
                type("currency", "826"),
                type("orderedAt", "1291191960"),
                type("paymentMethod", "{}"),
                type("customerId", "17850"),
                type("country", "44"),
                type("contact", "\"me\""),
                type("contact", "[]"),
                type("charges", "{}"),
                type("totalMinor", "\"1530\""),
                type("totalMinor", "true"),
                type("lines", "{}"),
                type("lines", "null"),
                malformed("a line is a number", order().with("lines", "[5]"), "type", "/lines/0"),
                malformed("a line is null", order().with("lines", "[null]"), "type", "/lines/0"),
                malformed("a line is an array", order().with("lines", "[[]]"), "type", "/lines/0"),
                malformed("a SKU is a number", order(line().with("sku", "85123")), "type", "/lines/0/sku"),
                malformed(
                        "a quantity is a string", order(line().with("quantity", "\"6\"")), "type", "/lines/0/quantity"),
                malformed("a location is false", order(line().with("location", "false")), "type", "/lines/0/location"),
                malformed("a name is a number", order().with("contact", "{\"name\":1}"), "type", "/contact/name"));
    }

    static Stream<Bad> missing() {
        return Stream.concat(
                Stream.of("storeId", "currency", "orderedAt", "paymentMethod", "lines", "totalMinor")
                        .map(field -> malformed("no " + field, order().without(field), "required", "/" + field)),
                Stream.of(
                        malformed("no SKU", order(line().without("sku")), "required", "/lines/0/sku"),
                        malformed("no quantity", order(line().without("quantity")), "required", "/lines/0/quantity"),
                        malformed(
                                "no price of the second line",
                                order().with("lines", "[" + line() + "," + line().without("unitPriceMinor") + "]"),
                                "required",
                                "/lines/1/unitPriceMinor"),
                        malformed(
                                "no code of a charge",
                                order().with("charges", "[{\"amountMinor\":5}]"),
                                "required",
                                "/charges/0/code"),
                        malformed(
                                "no amount of a charge",
                                order().with("charges", "[{\"code\":\"POST\"}]"),
                                "required",
                                "/charges/0/amountMinor")));
    }

    static Stream<Bad> numbers() {
        return Stream.of(
                malformed("1.0", order(line().with("quantity", "1.0")), "type", "/lines/0/quantity"),
                malformed("1e3", order(line().with("quantity", "1e3")), "type", "/lines/0/quantity"),
                malformed("2.55", order(line().with("unitPriceMinor", "2.55")), "type", "/lines/0/unitPriceMinor"),
                malformed("1E400", order().with("totalMinor", "1E400"), "type", "/totalMinor"),
                malformed("a leading zero", order(line().with("quantity", "06")), "json", ""),
                malformed("a plus", order(line().with("quantity", "+6")), "json", ""),
                malformed("hexadecimal", order(line().with("quantity", "0x6")), "json", ""),
                malformed("NaN", order(line().with("quantity", "NaN")), "json", ""),
                malformed("1,001 digits", order().with("totalMinor", "1".repeat(1_001)), "json-limit", ""));
    }

    static Stream<Bad> times() {
        return Stream.of(
                        "",
                        "yesterday",
                        "2010-12-01",
                        "2010-12-01T08:26:00",
                        "2010-13-01T08:26:00Z",
                        "2010-02-30T08:26:00Z",
                        "2010-12-01T25:26:00Z",
                        "2010-12-01 08:26:00Z",
                        "2010-12-01T08:26:00[Europe/London]")
                .map(time -> malformed(
                        "\"" + time + "\"", order().with("orderedAt", "\"" + time + "\""), "date-time", "/orderedAt"));
    }

    static Stream<Bad> amounts() {
        return Stream.of(
                broken(
                        "a sum that is not the total",
                        order().with("totalMinor", "1531"),
                        "total-equals-sum",
                        "/totalMinor"),
                broken(
                        "charges that take more than the goods cost",
                        order().with("charges", charge("DISCOUNT", "-1531")).with("totalMinor", "-1"),
                        "total-not-negative",
                        "/totalMinor"),
                broken(
                        "a total beyond 64 bits",
                        order().with("totalMinor", "9223372036854775808"),
                        "integer-range",
                        "/totalMinor"),
                broken(
                        "amounts that overflow",
                        order().with("lines", tenLinesOf("1000000000000", "1000000")),
                        "amounts-overflow",
                        "/lines"),
                broken(
                        "a price below zero",
                        order(line().with("unitPriceMinor", "-1")),
                        "unit-price-range",
                        "/lines/0/unitPriceMinor"),
                broken(
                        "a price beyond the limit",
                        order(line().with("unitPriceMinor", "1000000000001")),
                        "unit-price-range",
                        "/lines/0/unitPriceMinor"),
                broken(
                        "a charge beyond the limit",
                        order().with("charges", charge("A", "-1000000000001")),
                        "charge-range",
                        "/charges/0/amountMinor"),
                broken("an unknown currency", order().with("currency", "\"XYZ\""), "currency-known", "/currency"),
                broken(
                        "a currency in small letters",
                        order().with("currency", "\"gbp\""),
                        "currency-known",
                        "/currency"),
                broken("mixed currencies", order().with("currency", "\"GBP,EUR\""), "currency-known", "/currency"),
                broken("gold", order().with("currency", "\"XAU\""), "currency-known", "/currency"));
    }

    static Stream<Bad> quantities() {
        return Stream.of(
                quantity("0", "quantity-range"),
                quantity("-0", "quantity-range"),
                quantity("-1", "quantity-range"),
                quantity("1000001", "quantity-range"),
                quantity("2147483647", "quantity-range"),
                quantity("2147483648", "integer-range"),
                quantity("-2147483649", "integer-range"),
                quantity("9223372036854775808", "integer-range"),
                quantity("1".repeat(1_000), "integer-range"),
                broken("no lines", order().with("lines", "[]").with("totalMinor", "0"), "lines-not-empty", "/lines"));
    }

    static Stream<Bad> texts() {
        return Stream.of(
                broken("a blank store", order().with("storeId", "\" \""), "not-blank", "/storeId"),
                broken("an empty SKU", order(line().with("sku", "\"\"")), "not-blank", "/lines/0/sku"),
                broken("NUL", order().with("storeId", "\"sh\\u0000op\""), "printable", "/storeId"),
                broken("a line break", order().with("customerId", "\"1\\n2\""), "printable", "/customerId"),
                broken("DEL", order(line().with("sku", "\"a\\u007f\"")), "printable", "/lines/0/sku"),
                broken("C1", order(line().with("location", "\"a\\u0085\"")), "printable", "/lines/0/location"),
                broken("a line separator", order().with("paymentMethod", "\"\\u2028\""), "not-blank", "/paymentMethod"),
                broken("half a character", order().with("storeId", "\"\\ud83d\""), "printable", "/storeId"),
                broken(
                        "halves in the wrong order",
                        order(line().with("description", "\"\\ude00\\ud83d\"")),
                        "printable",
                        "/lines/0/description"),
                broken(
                        "half a character in a name",
                        order().with("contact", "{\"name\":\"\\udead\"}"),
                        "printable",
                        "/contact/name"),
                broken("a country in words", order().with("country", "\"Great Britain\""), "country-code", "/country"),
                broken(
                        "a time before 1900",
                        order().with("orderedAt", "\"1899-12-31T23:59:59Z\""),
                        "ordered-at-range",
                        "/orderedAt"),
                broken(
                        "a time after 9999",
                        order().with("orderedAt", "\"+10000-01-01T00:00:00Z\""),
                        "ordered-at-range",
                        "/orderedAt"),
                broken(
                        "the last time of all",
                        order().with("orderedAt", "\"+999999999-12-31T23:59:59Z\""),
                        "ordered-at-range",
                        "/orderedAt"));
    }

    static Stream<Bad> sizes() {
        return Stream.of(
                broken("5,001 lines", order().with("lines", many(5_001, line())), "lines-limit", "/lines"),
                broken(
                        "101 charges",
                        order().with(
                                        "charges",
                                        many(
                                                101,
                                                Json.empty()
                                                        .with("code", "\"A\"")
                                                        .with("amountMinor", "0"))),
                        "charges-limit",
                        "/charges"),
                broken(
                        "texts that no record can hold",
                        order().with("lines", many(1_250, line().with("description", text(400)))),
                        "order-size",
                        "/lines"),
                broken("a long SKU", order(line().with("sku", text(129))), "max-length", "/lines/0/sku"),
                broken(
                        "a long description",
                        order(line().with("description", text(501))),
                        "max-length",
                        "/lines/0/description"),
                broken("a long store", order().with("storeId", text(129)), "max-length", "/storeId"),
                broken("a long token", order().with("paymentMethod", text(256)), "max-length", "/paymentMethod"),
                broken(
                        "a long address",
                        order().with("contact", "{\"email\":" + text(321) + "}"),
                        "max-length",
                        "/contact/email"));
    }

    private static Bad malformed(String what, Object body, String rule, String field) {
        return new Bad(what, body, 400, rule, field);
    }

    private static Bad broken(String what, Object body, String rule, String field) {
        return new Bad(what, body, 422, rule, field);
    }

    private static Bad type(String field, String json) {
        return malformed(field + " is " + json, order().with(field, json), "type", "/" + field);
    }

    private static Bad quantity(String json, String rule) {
        return broken("a quantity of " + json, order(line().with("quantity", json)), rule, "/lines/0/quantity");
    }

    private static String charge(String code, String amountMinor) {
        return "[{\"code\":\"" + code + "\",\"amountMinor\":" + amountMinor + "}]";
    }

    private static String tenLinesOf(String unitPriceMinor, String quantity) {
        return many(10, line().with("unitPriceMinor", unitPriceMinor).with("quantity", quantity));
    }

    private static String many(int times, Json element) {
        return "[" + String.join(",", Collections.nCopies(times, element.toString())) + "]";
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }
}
