package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.requiredAt;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.domain.SubmissionRules;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/orders/{id}/shipments}. */
final class ShipmentJson {
    private @Nullable String shipmentId;
    private @Nullable List<ShippedLine> lines;
    private @Nullable String carrier;
    private @Nullable String trackingCode;

    private ShipmentJson() {}

    static ShipmentDispatched read(byte[] body, Meta meta) {
        ShipmentJson json = new ShipmentJson();
        JsonInput.read(body, json::field);
        return new ShipmentDispatched(
                meta,
                requiredAt(json.shipmentId, "/shipmentId"),
                requiredAt(json.lines, "/lines"),
                json.carrier,
                json.trackingCode);
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "shipmentId" -> shipmentId = in.text();
            case "lines" -> lines = in.array(SubmissionRules.MOST_LINES, (line, index) -> line(line));
            case "carrier" -> carrier = in.textOrNull();
            case "trackingCode" -> trackingCode = in.textOrNull();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static ShippedLine line(JsonInput in) throws IOException {
        UnitsJson units = UnitsJson.read(in, false);
        return new ShippedLine(units.lineNumber(), units.quantity());
    }
}
