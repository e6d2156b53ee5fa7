package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.simulators.json.Json;
import dev.orderbackbone.simulators.json.JsonObject;
import dev.orderbackbone.simulators.json.JsonProblem;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import dev.orderbackbone.simulators.net.HttpService;
import java.util.Set;

/** The warehouse over HTTP: how it is, and the switch. */
final class WarehouseService implements HttpService {
    private static final String SHIPPING = "shipping";

    private final WarehouseState state;

    WarehouseService(WarehouseState state) {
        this.state = state;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case "/health" ->
                HttpAnswer.json(200, json -> {
                    json.writeStringField("status", "UP");
                    state.write(json);
                });
            case "/v1/summary" -> HttpAnswer.json(200, state::write);
            case "/v1/shipping" -> shipping(request);
            default -> HttpAnswer.error(404, "not_found", "there is nothing at this address");
        };
    }

    private HttpAnswer shipping(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> now();
            case "PUT" -> change(request);
            default -> HttpAnswer.error(405, "method_not_allowed", "GET or PUT").with("Allow: GET, PUT");
        };
    }

    private HttpAnswer change(HttpRequest request) {
        try {
            JsonObject wanted = Json.read(request.body());
            wanted.allow(Set.of(SHIPPING));
            state.setShipping(wanted.truth(SHIPPING));
            return now();
        } catch (JsonProblem e) {
            return HttpAnswer.error(400, "invalid_switch", (e.field() + " " + e.rule()).strip());
        }
    }

    private HttpAnswer now() {
        return HttpAnswer.json(200, json -> json.writeBooleanField(SHIPPING, state.isShipping()));
    }
}
