package dev.orderbackbone.operator.order;

import dev.orderbackbone.contract.OrderIds;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.ServiceOptions;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of one order. */
@Command(
        name = "order",
        description = {
            "Prints everything that happened to one order: its records on all topics with their places, times and causes, parked ones too, "
                    + "what the ledgers of payment gateway and mail server say, and when services look at it again by themselves. Reads "
                    + "only; never prints names or addresses.",
        },
        footer = {
            "",
            "On a cluster the processes of the services are named by SERVICES_URLS or --services, as Kafka and the registry are by",
            "KAFKA_BOOTSTRAP_SERVERS and SCHEMA_REGISTRY_URL. Without them, deadlines are not known.",
            "",
            "Examples:",
            "  ./backbone order 4t2m9k7qv0hx8w3z5r6n1c0d",
            "  ./backbone order --store uci --key 20261121-201500-536365",
            "  ./backbone order 4t2m9k7qv0hx8w3z5r6n1c0d --json | jq '.timeline[].type'",
            "",
            "Exit codes: 0 printed; 1 no topic has such an order, or something cannot be read; 2 the command line is wrong.",
        })
public final class OrderCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The order's id, of 24 characters.")
    private String orderId = "";

    @Option(names = "--store", paramLabel = "STORE", description = "With --key instead of an id: the store.")
    private String store = "";

    @Option(names = "--key", paramLabel = "KEY", description = "The storefront's idempotency key.")
    private String key = "";

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(
            names = "--json",
            description =
                    "One JSON object: orderId, status, timeline (time, topic, partition, offset, type, eventId, causationId, summary, "
                            + "parked), deadlines (service, deadline), gateway, mails, unreachable.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        String id = wantedId();
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        try (LogScan scan = new LogScan(endpoints.kafkaProperties())) {
            MessageDeserializer deserializer = MessageDeserializer.create(installation.registry());
            Timeline timeline = new TimelineReader(scan, deserializer, id).read();
            if (timeline.entries().isEmpty()) {
                throw new CommandFailure("no topic has an order " + id);
            }
            OrderReport report = new OrderReport(
                    timeline,
                    PendingDeadlines.of(services.addresses(installation.settings()), id),
                    Outside.of(endpoints, id));
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? report.json() : report.text());
            out.flush();
            return 0;
        }
    }

    private String wantedId() {
        if (orderId.isEmpty() == (store.isEmpty() || key.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "say either ID, or --store and --key");
        }
        return orderId.isEmpty() ? OrderIds.of(store, key) : orderId;
    }
}
