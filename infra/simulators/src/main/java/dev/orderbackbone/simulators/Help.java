package dev.orderbackbone.simulators;

import dev.orderbackbone.simulators.config.Environment;
import java.util.Map;

/** What --help prints. */
final class Help {

    private static final String INTRODUCTION = """
            Stand-ins for the outside world of the order backbone, on 127.0.0.1: a payment gateway and a mail server,
            each with a durable ledger, and a warehouse. Prints one line when ready; SIGTERM stops it cleanly.

            Gateway: POST /v1/authorizations, POST /v1/authorizations/ID/captures|void|refunds (Idempotency-Key),
                     GET /v1/requests/KEY, GET /v1/ledger, GET /v1/summary, GET and PUT /v1/faults, GET /health
            Mail:    SMTP; GET /v1/messages, GET /v1/summary, GET and PUT /v1/faults, GET /health
            Warehouse: GET /v1/summary, GET and PUT /v1/shipping ({"shipping":false} keeps all goods in), GET /health
            PUT /v1/faults takes the names that GET /v1/faults shows; what it does not name returns to the setting.

            Settings, from environment variables:

            """;

    private Help() {}

    static String text() {
        Environment environment = new Environment(Map.of());
        SimulatorsSettings.read(environment);
        StringBuilder text = new StringBuilder(INTRODUCTION);
        for (Environment.Setting setting : environment.settings()) {
            text.append("  %-38s %-22s %s (%s)%n"
                    .formatted(setting.name(), setting.fallback(), setting.meaning(), setting.rule()));
        }
        return text.toString();
    }
}
