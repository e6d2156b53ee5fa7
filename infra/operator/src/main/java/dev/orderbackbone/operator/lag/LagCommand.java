package dev.orderbackbone.operator.lag;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how far everybody is behind. */
@Command(
        name = "lag",
        description = {
            "Says of each consumer how many records it has not dealt with yet, how old the oldest of them is, how many it deals with in a "
                    + "second, and whether it catches up: the services, their effect workers (SERVICE-effects), and the projection. "
                    + "Reads only, joins no group.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone lag",
            "  ./backbone lag --group payment-processor-effects --partitions --watch 10",
            "  ./backbone lag --json | jq '.groups[] | select(.trend == \"GROWS\") | .group'",
            "",
            "Exit codes: 0 read; 1 something cannot be read; 2 the command line is wrong, or there is no such group.",
        })
public final class LagCommand implements Callable<Integer> {
    private static final int LONGEST_WATCH_SECONDS = 3_600;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            description = "How long to look, from 1 on: the longer, the truer are rate and trend. Default: 2.")
    private int watchSeconds = 2;

    @Option(names = "--group", paramLabel = "NAME", description = "Only this consumer. Default: all.")
    private String group = "";

    @Option(names = "--partitions", description = "Each partition, too.")
    private boolean byPartition;

    @Option(
            names = "--json",
            description =
                    "One JSON object: groups (group, records, counted, seconds, recordsPerSecond, trend, and with --partitions "
                            + "partitions), watchedSeconds, unread. Where counted is false, records are at most as many.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (watchSeconds < 1 || watchSeconds > LONGEST_WATCH_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(), "--watch must be from 1 to " + LONGEST_WATCH_SECONDS + " seconds");
        }
        List<Consumer> watched = watched();
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        LagReport report = LagReader.read(endpoints, watched, Duration.ofSeconds(watchSeconds), Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json(byPartition));
        } else {
            out.print(report.text(byPartition));
        }
        out.flush();
        return report.unread().isEmpty() ? 0 : 1;
    }

    private List<Consumer> watched() {
        List<Consumer> watched = Consumer.ALL.stream()
                .filter(consumer -> group.isEmpty() || consumer.name().equals(group))
                .toList();
        if (watched.isEmpty()) {
            String known = Consumer.ALL.stream().map(Consumer::name).collect(Collectors.joining(", "));
            throw new ParameterException(spec.commandLine(), "there is no consumer " + group + "; there are " + known);
        }
        return watched;
    }
}
