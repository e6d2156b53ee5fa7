package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.log.Cluster;
import dev.orderbackbone.projection.operations.VersionStatus;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which versions of the read models there are. */
@Command(
        name = "list",
        description = {
            "Lists the versions of the read models: which one is live, how far each is behind the log, how large it is, when it was made. "
                    + "Offsets behind are those from its positions to the ends of the log; markers of transactions have offsets too. "
                    + "PARTIAL is one that 'replay run --to-version' has made: it holds what was replayed, stays as it is, and is never swapped to.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone projections list",
            "  ./backbone projections list --json | jq '.versions[] | {version, state, offsetsBehind}'",
            "",
            "Exit codes: 0 read; 1 something cannot be read, and it was said what; 2 the command line is wrong.",
        })
public final class ProjectionsListCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--json",
            description =
                    "One JSON object: versions (version, state, records, offsetsBehind, bytes, begun, filled, liveSince, remarks, positions).")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> kafka = installation.endpoints().kafkaProperties();
        Reachable.requireKafka(kafka);
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation);
                Cluster cluster = new Cluster(kafka)) {
            List<VersionStatus> versions =
                    readModels.ask(operations -> operations.versions().all());
            VersionList list = new VersionList(versions, cluster.ends(partitionsOf(versions)));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(list.json());
            } else {
                out.print(list.text());
            }
            out.flush();
            return 0;
        }
    }

    private static Set<TopicPartition> partitionsOf(List<VersionStatus> versions) {
        Set<TopicPartition> partitions = new HashSet<>();
        versions.forEach(version -> partitions.addAll(version.positions().keySet()));
        return partitions;
    }
}
