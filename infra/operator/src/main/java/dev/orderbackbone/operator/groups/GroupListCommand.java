package dev.orderbackbone.operator.groups;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists groups. */
@Command(
        name = "list",
        description =
                "Lists the consumer groups of the cluster, who is in them, what they are for, and whether their positions may be set. Reads only.",
        footer = {
            "",
            "Examples:",
            "  ./backbone groups list",
            "  ./backbone groups list --json | jq '.groups[] | select(.mayBeReset) | .group'",
            "",
            "Exit codes: 0 listed; 1 something cannot be read; 2 the command line is wrong.",
        })
public final class GroupListCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--json",
            description = "One JSON object: groups (group, type, state, members, role, mayBeReset, whyNot).")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        try (GroupAdmin admin = new GroupAdmin(endpoints.kafkaProperties())) {
            List<Group> groups = admin.all();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(json(groups));
            } else {
                out.print(table(groups));
            }
            out.flush();
            return 0;
        }
    }

    static Table table(List<Group> groups) {
        Table table = new Table("group", "type", "state", ">members", "reset", "role");
        groups.forEach(group -> table.row(
                group.name(),
                group.type(),
                group.state(),
                group.members().size(),
                group.ownership() != Ownership.OTHER
                        ? "never"
                        : group.members().isEmpty() ? "possible" : "when it has ended",
                group.ownership().role()));
        return table;
    }

    static String json(List<Group> groups) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("groups");
            for (Group group : groups) {
                json.writeStartObject();
                json.writeStringField("group", group.name());
                json.writeStringField("type", group.type());
                json.writeStringField("state", group.state());
                JsonText.strings(json, "members", group.members());
                json.writeStringField("role", group.ownership().role());
                json.writeBooleanField(
                        "mayBeReset",
                        group.ownership() == Ownership.OTHER && group.members().isEmpty());
                json.writeStringField("whyNot", group.ownership().whyNot());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
