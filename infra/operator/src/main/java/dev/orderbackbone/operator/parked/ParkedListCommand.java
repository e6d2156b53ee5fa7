package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what is parked. */
@Command(
        name = "list",
        description = {
            "Counts what is parked and has not been dealt with, by service and reason: how many records, since when and until when, how many orders "
                    + "are concerned, and how many of them come back and are parked again and again. Reads only.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone parked list",
            "  ./backbone parked list --service order-events --reason DECIDER_FAILED --orders",
            "  ./backbone parked list --json | jq '[.groups[].records] | add'",
            "",
            "Exit codes: 0 read, also where nothing is parked; 1 something cannot be read; 2 the command line is wrong.",
        })
public final class ParkedListCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(names = "--service", paramLabel = "NAME", description = "Only what this service has parked.")
    private String service = "";

    @Option(
            names = {"--reason", "--parked-for"},
            paramLabel = "REASON",
            description = "Only what is parked for this reason.")
    private String reason = "";

    @Option(names = "--all", description = "Also what has been redriven, parked again, or discarded since.")
    private boolean all;

    @Option(names = "--orders", description = "The ids of the orders, too.")
    private boolean withOrders;

    @Option(
            names = "--json",
            description =
                    "One JSON object: groups (service, reason, records, firstSeen, lastSeen, orders, repeated, and with --orders "
                            + "orderIds).")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        ParkedState state =
                ParkedState.read(endpoints.kafkaProperties(), MessageDeserializer.create(installation.registry()));
        List<ParkedEntry> entries = all ? state.entries() : state.outstanding();
        ParkedList list = new ParkedList(
                ParkedGroup.of(entries.stream().filter(this::isWanted).toList()), filters());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(list.json(withOrders));
        } else {
            out.print(list.text(withOrders));
        }
        out.flush();
        return 0;
    }

    private boolean isWanted(ParkedEntry entry) {
        return (service.isEmpty() || entry.record().service().equals(service))
                && (reason.isEmpty() || entry.record().reason().equalsIgnoreCase(reason));
    }

    private String filters() {
        List<String> filters = new ArrayList<>();
        if (!service.isEmpty()) {
            filters.add("--service " + service);
        }
        if (!reason.isEmpty()) {
            filters.add("--reason " + reason);
        }
        return String.join(" ", filters);
    }
}
