package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.text.Terminal;
import dev.orderbackbone.operator.text.TimeConverter;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks the present deciders about the past. */
@Command(
        name = "check",
        description = {
            "What if: folds the recorded history of each order and stock pool through the deciders of this release, and tells every decision "
                    + "that would be another one, with the input, its place, and what differs field by field. Run it before a deployment. "
                    + "Reads only; joins no group; touches no state of a service.",
            "",
            "Deciders go by settings: those of the local installation, or on a cluster the variables that the services have, such as "
                    + "ORDERS_CONFIRM_WITHIN or PAYMENT_ASK_AFTER, which must be set as they will be there.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone replay check",
            "  ./backbone replay check --service order-events --since 2026-11-01T00:00:00Z",
            "  ./backbone replay check --order 4t2m9k7qv0hx8w3z5r6n1c0d",
            "  ./backbone replay check --json | jq '.differences[] | .subject'",
            "",
            "Exit codes: 0 no decision would be another one; 1 one would, or nothing could be compared; 2 the command line or a setting is wrong.",
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int MOST_DIFFERENCES = 100_000;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description =
                    "Only this service: order-events, inventory-projector, payment-processor or notification-sender. May be given "
                            + "several times.")
    private List<String> services = new ArrayList<>();

    @Option(
            names = "--order",
            paramLabel = "ID",
            description =
                    "Only this order. May be given several times. Its stock pools are folded all the same, as what they hold decides.")
    private List<String> orders = new ArrayList<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only orders whose first record is of that time or later, such as 2026-11-27T12:00:00Z.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Only orders whose first record is from before that time.")
    private @Nullable Instant until;

    @Option(
            names = "--limit-differences",
            paramLabel = "N",
            description = "Tells at most so many differences of each service, from 1 on; all are counted. Default: 20.")
    private int limit = 20;

    @Option(
            names = "--json",
            description =
                    "One JSON object: services (service, subjects, inputs, deadlines, differing, differences, notComparable by reason, "
                            + "seconds, inputsPerSecond), differences (service, subject, input, topic, partition, offset, eventId, decidedAt, "
                            + "recorded, present, fields), isAnyDifferent, isAnythingCompared.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1 || limit > MOST_DIFFERENCES) {
            throw new ParameterException(
                    spec.commandLine(), "--limit-differences must be from 1 to " + MOST_DIFFERENCES);
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new ParameterException(spec.commandLine(), "--since must be before --until");
        }
        List<ServiceCheck> checks = wanted(Checks.present(presentSettings()));
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        Selection selection = new Selection(names(checks), Set.copyOf(orders), since, until);
        MessageDeserializer deserializer = MessageDeserializer.create(installation.registry());
        KafkaLog log = KafkaLog.of(endpoints.kafkaProperties(), checks, since);
        List<ServiceFindings> findings = new ArrayList<>();
        for (ServiceCheck check : checks) {
            tell("reading what " + check.service() + " has decided");
            findings.add(Checks.run(check, log, deserializer, selection, limit));
        }
        return print(new CheckReport(findings));
    }

    private int print(CheckReport report) {
        if (!report.isAnythingCompared() && !orders.isEmpty()) {
            throw new CommandFailure("of " + String.join(", ", orders) + " nothing was found that could be compared");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            out.print(report.text());
        }
        out.flush();
        return report.isAnyDifferent() || !report.isAnythingCompared() ? 1 : 0;
    }

    private PresentSettings presentSettings() {
        try {
            return PresentSettings.of(installation.serviceVariables());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private List<ServiceCheck> wanted(List<ServiceCheck> all) {
        Set<String> unknown = new TreeSet<>(services);
        unknown.removeAll(names(all));
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no service " + String.join(", ", unknown) + "; there are "
                            + String.join(", ", new TreeSet<>(names(all))));
        }
        return all.stream()
                .filter(check -> services.isEmpty() || services.contains(check.service()))
                .toList();
    }

    private static Set<String> names(List<ServiceCheck> checks) {
        return checks.stream().map(ServiceCheck::service).collect(Collectors.toSet());
    }

    private void tell(String what) {
        if (Terminal.isInteractive() && !json) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(what);
            err.flush();
        }
    }
}
