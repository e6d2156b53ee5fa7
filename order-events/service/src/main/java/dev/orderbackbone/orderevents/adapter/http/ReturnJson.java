package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.JsonInput.requiredAt;

import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.orderevents.domain.SubmissionRules;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/orders/{id}/returns}. */
final class ReturnJson {
    private @Nullable String returnId;
    private @Nullable List<ReturnedLine> lines;
    private @Nullable String reason;

    private ReturnJson() {}

    static ReturnReceived read(byte[] body, Meta meta) {
        ReturnJson json = new ReturnJson();
        JsonInput.read(body, json::field);
        return new ReturnReceived(
                meta, requiredAt(json.returnId, "/returnId"), requiredAt(json.lines, "/lines"), json.reason);
    }

    private boolean field(String field, JsonInput in) throws IOException {
        switch (field) {
            case "returnId" -> returnId = in.text();
            case "lines" -> lines = in.array(SubmissionRules.MOST_LINES, (line, index) -> line(line));
            case "reason" -> reason = in.textOrNull();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static ReturnedLine line(JsonInput in) throws IOException {
        UnitsJson units = UnitsJson.read(in, true);
        return new ReturnedLine(units.lineNumber(), units.quantity(), units.restock());
    }
}
