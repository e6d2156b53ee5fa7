package dev.orderbackbone.operator.local;

import dev.orderbackbone.local.ComponentStatus;
import dev.orderbackbone.local.ComponentStatus.Health;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how everything is. */
@Command(
        name = "status",
        description =
                "Says of every component whether it can be used, where it listens, how much memory it has and for how long it runs.",
        footer = {
            "",
            "Examples:",
            "  ./backbone status",
            "  ./backbone status --json | jq '.components[] | select(.health != \"UP\")'",
            "",
            "Exit codes: 0 everything can be used; 1 something cannot.",
        })
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--json",
            description =
                    "One JSON object: components (name, health, port, pid, residentBytes, uptimeSeconds, detail, log), residentBytes.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<ComponentStatus> components = installation.stack().status();
        if (json) {
            out.println(asJson(components));
        } else {
            out.print(asTable(components));
        }
        out.flush();
        return components.stream().allMatch(each -> each.health() == Health.UP) ? 0 : 1;
    }

    private static String asJson(List<ComponentStatus> components) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("components");
            for (ComponentStatus each : components) {
                write(json, each);
            }
            json.writeEndArray();
            json.writeNumberField("residentBytes", residentBytes(components));
        });
    }

    private static void write(com.fasterxml.jackson.core.JsonGenerator json, ComponentStatus each) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", each.name());
        json.writeStringField("health", each.health().name());
        json.writeNumberField("port", each.port());
        if (each.pid().isPresent()) {
            json.writeNumberField("pid", each.pid().getAsLong());
        }
        json.writeNumberField("residentBytes", each.residentBytes());
        json.writeNumberField("uptimeSeconds", each.uptime().toSeconds());
        json.writeStringField("detail", each.detail());
        json.writeStringField("log", each.log().toString());
        json.writeEndObject();
    }

    private static String asTable(List<ComponentStatus> components) {
        Table table = new Table("component", "health", ">port", ">pid", ">memory", ">up for", "");
        for (ComponentStatus each : components) {
            boolean runs = each.pid().isPresent();
            table.row(
                    each.name(),
                    each.health(),
                    each.port(),
                    runs ? each.pid().getAsLong() : "",
                    runs ? Words.bytes(each.residentBytes()) : "",
                    runs ? Words.of(each.uptime()) : "",
                    each.detail());
        }
        table.row("in all", "", "", "", Words.bytes(residentBytes(components)));
        return table.toString();
    }

    private static long residentBytes(List<ComponentStatus> components) {
        return components.stream().mapToLong(ComponentStatus::residentBytes).sum();
    }
}
