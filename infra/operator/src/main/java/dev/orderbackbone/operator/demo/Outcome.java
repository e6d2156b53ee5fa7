package dev.orderbackbone.operator.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.operator.demo.MartFigures.Money;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a demo came to.
 *
 * @param ordersByHttp how many of the orders were sent over HTTP.
 * @param took from the first stock receipt until all was quiet.
 * @param problems what went wrong on the way, each a sentence.
 * @param violations of invariants.
 * @param audit what the auditor says, line by line.
 */
record Outcome(
        DemoSettings settings,
        Accounting accounting,
        int ordersByHttp,
        MartFigures figures,
        Duration took,
        List<String> problems,
        long violations,
        List<String> audit) {
    private static final int MOST_UNACCOUNTED = 20;
    private static final double MILLIS = 1_000;

    /** Whether everything is as it should be. */
    boolean isGood() {
        return accounting.isComplete() && problems.isEmpty() && violations == 0;
    }

    String text() {
        Table table = new Table("", ">", "");
        table.row("inputs", Words.count(accounting.inputs()), "run " + settings.run() + ", seed " + settings.seed());
        table.row("orders", Words.count(accounting.orderCount()), counts(accounting.orders()));
        table.row("", "", Words.count(ordersByHttp) + " orders were sent over HTTP, the others straight to Kafka");
        table.row("returns", Words.count(accounting.returns()), aboutReturns());
        table.row("adjustments", Words.count(accounting.adjustments()), "");
        table.row("refusals", Words.count(accounting.refusalCount()), counts(accounting.refusals()));
        if (!accounting.unaccounted().isEmpty()) {
            table.row("unaccounted", Words.count(accounting.unaccounted().size()), some(accounting.unaccounted()));
        }
        for (Money money : figures.money()) {
            table.row("money", money.currency(), about(money));
        }
        table.row(
                "stock",
                Words.count(figures.stock().onHand()),
                "units on hand of " + Words.count(figures.stock().skus()) + " SKUs, "
                        + Words.count(figures.stock().reserved()) + " reserved");
        table.row(
                "messages",
                Words.count(figures.messages().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()),
                counts(figures.messages()));
        table.row("time", Words.of(took), String.format(java.util.Locale.ROOT, "%.0f orders/s", ordersPerSecond()));
        StringBuilder text = new StringBuilder(table.toString()).append(System.lineSeparator());
        audit.forEach(line -> text.append(line).append(System.lineSeparator()));
        problems.forEach(problem -> text.append("PROBLEM ").append(problem).append(System.lineSeparator()));
        return text.toString();
    }

    String json() {
        return JsonText.object(json -> {
            json.writeNumberField("inputs", accounting.inputs());
            JsonText.counts(json, "orders", accounting.orders());
            json.writeNumberField("returns", accounting.returns());
            json.writeNumberField("adjustments", accounting.adjustments());
            json.writeNumberField("refusals", accounting.refusalCount());
            JsonText.counts(json, "refusalReasons", accounting.refusals());
            json.writeNumberField("unaccounted", accounting.unaccounted().size());
            json.writeNumberField("violations", violations);
            json.writeNumberField("seconds", rounded(took.toMillis() / MILLIS));
            json.writeNumberField("ordersPerSecond", rounded(ordersPerSecond()));
            writeMore(json);
        });
    }

    private void writeMore(JsonGenerator json) throws IOException {
        json.writeStringField("run", settings.run());
        json.writeNumberField("seed", settings.seed());
        json.writeNumberField("ordersByHttp", ordersByHttp);
        json.writeArrayFieldStart("money");
        for (Money money : figures.money()) {
            json.writeStartObject();
            json.writeStringField("currency", money.currency());
            json.writeNumberField("orderedMinor", money.orderedMinor());
            json.writeNumberField("capturedMinor", money.capturedMinor());
            json.writeNumberField("refundedMinor", money.refundedMinor());
            json.writeNumberField("voidedMinor", money.voidedMinor());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("stock");
        json.writeNumberField("skus", figures.stock().skus());
        json.writeNumberField("onHand", figures.stock().onHand());
        json.writeNumberField("reserved", figures.stock().reserved());
        json.writeEndObject();
        JsonText.counts(json, "messages", figures.messages());
        json.writeArrayFieldStart("problems");
        for (String problem : problems) {
            json.writeString(problem);
        }
        json.writeEndArray();
    }

    private double ordersPerSecond() {
        return accounting.orderCount() * MILLIS / Math.max(1, took.toMillis());
    }

    private String aboutReturns() {
        String about = "";
        if (accounting.refusedReturnLines() > 0) {
            about = Words.count(accounting.refusedReturnLines()) + " of their lines match nothing that was bought";
        }
        if (accounting.refusedReturnParts() > 0) {
            about += (about.isEmpty() ? "" : "; ") + Words.count(accounting.refusedReturnParts())
                    + " of their parts concern orders that did not ship";
        }
        return about;
    }

    private static String about(Money money) {
        return "ordered " + Words.amount(money.orderedMinor(), money.currency()) + ", captured "
                + Words.amount(money.capturedMinor(), money.currency()) + ", refunded "
                + Words.amount(money.refundedMinor(), money.currency()) + ", given back uncaptured "
                + Words.amount(money.voidedMinor(), money.currency());
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + Words.count(count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String some(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(MOST_UNACCOUNTED, all.size())))
                + (all.size() > MOST_UNACCOUNTED ? " and more" : "");
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }
}
