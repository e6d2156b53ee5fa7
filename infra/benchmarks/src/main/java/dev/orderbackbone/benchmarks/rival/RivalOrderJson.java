package dev.orderbackbone.benchmarks.rival;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.orderbackbone.benchmarks.rival.RivalOrder.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Orders as the driver sends them, and their lines as the database keeps them. */
final class RivalOrderJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RivalOrderJson() {}

    static RivalOrder read(byte[] body) {
        try (JsonParser json = FACTORY.createParser(body)) {
            return order(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines as {@link #write} has written them. */
    static List<Line> lines(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            return lines(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Nothing in a line needs to be escaped. */
    static String write(List<Line> lines) {
        StringBuilder json = new StringBuilder(160).append('[');
        for (Line line : lines) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"sku\":\"")
                    .append(line.sku())
                    .append("\",\"quantity\":")
                    .append(line.quantity())
                    .append(",\"unitPriceMinor\":")
                    .append(line.priceMinor())
                    .append('}');
        }
        return json.append(']').toString();
    }

    private static RivalOrder order(JsonParser json) throws IOException {
        String orderId = "";
        String customerId = "";
        String currency = "";
        long totalMinor = 0;
        Instant orderedAt = Instant.EPOCH;
        List<Line> lines = List.of();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "orderId" -> orderId = json.getText();
                case "customerId" -> customerId = json.getText();
                case "currency" -> currency = json.getText();
                case "totalMinor" -> totalMinor = json.getLongValue();
                case "orderedAt" -> orderedAt = Instant.parse(json.getText());
                case "lines" -> lines = lines(json);
                default -> json.skipChildren();
            }
        }
        return new RivalOrder(orderId, customerId, currency, totalMinor, orderedAt, lines);
    }

    private static List<Line> lines(JsonParser json) throws IOException {
        List<Line> lines = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            lines.add(line(json));
        }
        return lines;
    }

    private static Line line(JsonParser json) throws IOException {
        String sku = "";
        int quantity = 0;
        long priceMinor = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "sku" -> sku = json.getText();
                case "quantity" -> quantity = json.getIntValue();
                case "unitPriceMinor" -> priceMinor = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        return new Line(sku, quantity, priceMinor);
    }
}
