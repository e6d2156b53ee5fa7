package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.requiredAt;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.orderevents.domain.StockRules;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a stock receipt or a stock adjustment, as a command to its whole location. */
final class StockJson {
    private static final String NO_ORDER = "";

    private final String idField;
    private final String unitsField;
    private final boolean hasReason;
    private @Nullable String storeId;
    private @Nullable String id;
    private String location = LineJson.DEFAULT_LOCATION;
    private @Nullable String reason;
    private @Nullable List<StockLineJson> lines;

    private StockJson(String idField, String unitsField, boolean hasReason) {
        this.idField = idField;
        this.unitsField = unitsField;
        this.hasReason = hasReason;
    }

    static ReceiveStock readReceipt(byte[] body, Instant now, UUID random) {
        StockJson json = new StockJson("receiptId", "quantity", false);
        JsonInput.read(body, json::field);
        return new ReceiveStock(
                json.meta(now, random),
                json.location,
                requiredAt(json.id, "/receiptId"),
                requiredAt(json.lines, "/lines").stream()
                        .map(line -> new StockLine(line.sku(), line.units()))
                        .toList());
    }

    static AdjustStock readAdjustment(byte[] body, Instant now, UUID random) {
        StockJson json = new StockJson("adjustmentId", "delta", true);
        JsonInput.read(body, json::field);
        return new AdjustStock(
                json.meta(now, random),
                json.location,
                requiredAt(json.id, "/adjustmentId"),
                requiredAt(json.reason, "/reason"),
                requiredAt(json.lines, "/lines").stream()
                        .map(line -> new StockDelta(line.sku(), line.units()))
                        .toList());
    }

    private Meta meta(Instant now, UUID random) {
        UUID eventId = EventIds.root(now, random);
        return new Meta(eventId, NO_ORDER, 0, now, eventId, requiredAt(storeId, "/storeId"));
    }

    private boolean field(String field, JsonInput in) throws IOException {
        if (field.equals(idField)) {
            id = in.text();
            return true;
        }
        switch (field) {
            case "storeId" -> storeId = in.text();
            case "location" -> location = in.textOr(LineJson.DEFAULT_LOCATION);
            case "lines" ->
                lines = in.array(StockRules.MOST_LINES, (line, index) -> StockLineJson.read(line, unitsField));
            case "reason" -> {
                if (!hasReason) {
                    return false;
                }
                reason = in.text();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
