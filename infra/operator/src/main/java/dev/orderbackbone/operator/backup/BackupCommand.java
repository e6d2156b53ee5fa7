package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.ServiceOptions;
import dev.orderbackbone.operator.text.StatusLine;
import dev.orderbackbone.operator.text.Terminal;
import dev.orderbackbone.operator.text.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the whole log into a folder. */
@Command(
        name = "backup",
        description = {
            "Copies the whole log into a folder: records with headers, times and offsets, states, consumer positions, schemas. Again into the "
                    + "same folder, it copies only what is new. Orders flow meanwhile; for a moment at the end the services decide nothing, "
                    + "so that positions, states and records fit together. Read models are not copied: they are made of the log.",
        },
        footer = {
            "",
            "On a cluster the processes of the services are named by SERVICES_URLS or --services, as Kafka and the registry are by",
            "KAFKA_BOOTSTRAP_SERVERS and SCHEMA_REGISTRY_URL. Where no service runs, none needs to be named.",
            "",
            "Examples:",
            "  ./backbone backup /var/backups/orders",
            "  ./backbone backup /var/backups/orders --json | jq .recoveryPoint",
            "  SERVICES_URLS=http://a:8080,http://b:8082,http://c:8083,http://d:8084 ./backbone backup /var/backups/orders",
            "",
            "Exit codes: 0 the backup is complete; 1 it is not, and the former one is still valid: it is said why; 2 the command line is wrong.",
        })
public final class BackupCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Parameters(paramLabel = "FOLDER", description = "New, empty, or a backup of this cluster.")
    private Path folder = Path.of("");

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Option(
            names = "--json",
            description =
                    "One JSON object: copiedRecords, copiedBytes, records, bytes, backups, recoveryPoint, standstillMillis, "
                            + "tookMillis.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<URI> addresses = services.addresses(installation.settings());
        Map<String, Object> kafka = installation.endpoints().kafkaProperties();
        Reachable.requireKafka(kafka);
        StatusLine line = new StatusLine(spec.commandLine().getErr(), Terminal.isInteractive(), System.nanoTime());
        BackupReport report = new Backup(
                        kafka,
                        installation.registry(),
                        addresses,
                        Clock.systemUTC(),
                        copied ->
                                line.show(() -> "  ... " + Words.count(copied) + " records copied", System.nanoTime()))
                .into(BackupFolder.toWrite(folder));
        line.end();
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() + System.lineSeparator() : report.text());
        out.flush();
        return 0;
    }
}
