package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.DataFolder;
import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import dev.orderbackbone.local.LocalStack;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.text.Table;

/** The table that ends a start. */
final class WhereEverythingIs {
    private WhereEverythingIs() {}

    static Table table(InstallationOptions installation) {
        LocalStack stack = installation.stack();
        LocalSettings settings = installation.settings();
        DataFolder folder = installation.folder();
        return new Table("", "", "")
                .row("orders over HTTP", url(settings, LocalKey.ORDER_EVENTS_PORT, "/v1/orders"), "")
                .row("Kafka", stack.bootstrapServers(), "")
                .row("schema registry", stack.registry().url(), "")
                .row(
                        "read models",
                        stack.postgres().jdbcUrl(),
                        "schema mart; user " + stack.postgres().username() + ", password "
                                + stack.postgres().password())
                .row(
                        "payment gateway",
                        url(settings, LocalKey.GATEWAY_PORT, "/v1/summary"),
                        "simulated; also /v1/ledger")
                .row(
                        "mail sink",
                        url(settings, LocalKey.MAIL_HTTP_PORT, "/v1/messages"),
                        "SMTP on port " + settings.number(LocalKey.MAIL_SMTP_PORT))
                .row("warehouse", url(settings, LocalKey.WAREHOUSE_PORT, "/v1/summary"), "simulated")
                .row("services' health", url(settings, LocalKey.ORDER_EVENTS_PORT, "/health"), otherPorts(settings))
                .row("data and logs", folder.root(), "./backbone logs COMPONENT, ./backbone down --purge");
    }

    private static String otherPorts(LocalSettings settings) {
        return "also on ports " + settings.number(LocalKey.PAYMENT_PROCESSOR_PORT) + ", "
                + settings.number(LocalKey.INVENTORY_PROJECTOR_PORT) + ", "
                + settings.number(LocalKey.NOTIFICATION_SENDER_PORT);
    }

    private static String url(LocalSettings settings, LocalKey port, String path) {
        return "http://127.0.0.1:" + settings.number(port) + path;
    }
}
