package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.parking.Fate;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows parked records. */
@Command(
        name = "show",
        description = {
            "Shows parked records in full: payload, headers, where they came from and what was wrong. Reads only; never prints names or "
                    + "addresses, nor bytes that do not decode.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone parked show order-events 12",
            "  ./backbone parked show order-events.parked.v1-2@12        where it is parked, or where it came from",
            "  ./backbone parked show --order 4t2m9k7qv0hx8w3z5r6n1c0d --json | jq '.records[].error'",
            "",
            "Exit codes: 0 shown; 1 nothing like it is parked, or something cannot be read; 2 the command line is wrong.",
        })
public final class ParkedShowCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(
            paramLabel = "PLACE",
            arity = "0..2",
            description =
                    "A service and an offset on its parked topic, in any of its partitions; or topic-partition@offset, where a record "
                            + "is parked or came from.")
    private List<String> place = new ArrayList<>();

    @Option(
            names = "--order",
            paramLabel = "ID",
            description = "Instead: all that concerns this order and is outstanding.")
    private String order = "";

    @Option(names = "--all", description = "With --order: also what has been redriven, parked again, or discarded.")
    private boolean all;

    @Option(
            names = "--json",
            description =
                    "One JSON object: records (place, service, origin, reason, error, parkedAt, attempt, fate, line, key, orderId, "
                            + "headers, bytes, and type and payload, or undecodable).")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Predicate<ParkedEntry> wanted = wanted();
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        ParkedState state =
                ParkedState.read(endpoints.kafkaProperties(), MessageDeserializer.create(installation.registry()));
        List<ParkedEntry> found = state.entries().stream().filter(wanted).toList();
        List<ParkedEntry> shown = found.stream()
                .filter(entry -> all || !place.isEmpty() || state.fates().of(entry.record()) == Fate.OUTSTANDING)
                .toList();
        if (shown.isEmpty()) {
            throw new CommandFailure("nothing is parked "
                    + (order.isEmpty() ? "at " + String.join(" ", place) : "that concerns order " + order)
                    + (found.isEmpty() ? "" : " and has not been dealt with: --all shows what has"));
        }
        ParkedDetails details = new ParkedDetails(shown, state.fates());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(details.json());
        } else {
            out.print(details.text());
        }
        out.flush();
        return 0;
    }

    private Predicate<ParkedEntry> wanted() {
        if (place.isEmpty() == order.isEmpty()) {
            throw wrong("say either PLACE or --order");
        }
        if (!order.isEmpty()) {
            return entry -> entry.orderId().equals(order);
        }
        try {
            return ParkedPlace.filter(place);
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
