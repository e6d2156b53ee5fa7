package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.order.OrderStatus;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists stuck orders. */
@Command(
        name = "stuck",
        description = {
            "Lists the orders that are longer in their state than its budget, the one that waits longest first, with the event that each "
                    + "waits for and who owes it. Reads the read models, and for the orders that it lists the log. Reads only.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone orders stuck",
            "  ./backbone orders stuck --budget PENDING=10m --budget CONFIRMED=12h --limit 10",
            "  ./backbone orders stuck --json | jq '.orders[].owed[].owedBy'",
            "",
            "Exit codes: 0 no order is stuck; 1 one is, or something cannot be read; 2 the command line is wrong.",
        })
public final class StuckCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--budget",
            paramLabel = "STATE=AGE",
            converter = {StatusConverter.class, AgeConverter.class},
            description = "How long an order may be in a state, as 90s, 10m, 24h or 3d. May be given several times. "
                    + "Default: PENDING=5m CANCELLING=15m HELD=24h CONFIRMED=3d PROCESSING=7d.")
    private Map<OrderStatus, Duration> budgets = new EnumMap<>(OrderStatus.class);

    @Option(names = "--limit", paramLabel = "N", description = "At most so many orders, from 1 on. Default: 50.")
    private int limit = 50;

    @Option(
            names = "--json",
            description =
                    "One JSON object: orders (orderId, state, since, ageSeconds, owed (missing, owedBy, because)), total.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit must be from 1 to " + MOST);
        }
        Budgets all = allBudgets();
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        StuckReport report = StuckReader.read(
                endpoints, installation::registry, all, Clock.systemUTC().instant(), limit);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            out.print(report.text());
        }
        out.flush();
        return report.total() == 0 ? 0 : 1;
    }

    private Budgets allBudgets() {
        try {
            return Budgets.USUAL.with(budgets);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
