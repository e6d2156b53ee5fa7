package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.text.StatusLine;
import dev.orderbackbone.operator.text.Terminal;
import dev.orderbackbone.operator.verify.source.InstallationEvidence;
import dev.orderbackbone.operator.verify.source.Sources;
import dev.orderbackbone.schemas.registry.HttpSchemaRegistryClient;
import dev.orderbackbone.schemas.registry.RegistrySettings;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Audits an installation. */
@Command(
        name = "verify",
        description = {
            "Checks that the log, the gateway's and the mail server's ledgers and the read models agree, by the invariants I1 to I11.",
            "Reads only; orders may flow meanwhile.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone verify",
            "  ./backbone verify --quiet                  nothing unfinished is excused",
            "  ./backbone verify --json | jq .violations",
            "",
            "Exit codes: 0 all invariants hold; 1 one is broken; 2 the command line is wrong; 3 none is broken, but evidence is missing.",
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final String NONE = "none";
    private static final int MEBIBYTE_BITS = 20;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka. Default: that of the installation.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry. Default: that of the installation.")
    private @Nullable String registry;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "Read models, or 'none'; user and password as DATASOURCE_USERNAME and DATASOURCE_PASSWORD. "
                    + "Default: those of the installation.")
    private @Nullable String database;

    @Option(
            names = "--gateway-ledger",
            paramLabel = "FILE|URL",
            description = "Ledger of the payment gateway, or 'none'. Default: that of the simulator.")
    private @Nullable String gatewayLedger;

    @Option(
            names = "--mail-ledger",
            paramLabel = "FILE|URL",
            description = "Ledger of the mail server, or 'none'. Default: that of the simulator.")
    private @Nullable String mailLedger;

    @Option(
            names = "--accepted",
            paramLabel = "FILE|FOLDER",
            description = "Order ids that clients were answered 202 for, one on a line. May be given several times. "
                    + "Default: what the installation has noted.")
    private List<Path> accepted = new ArrayList<>();

    @Option(
            names = "--quiet",
            description =
                    "Everything has come to its end: no order may be unfinished, and no consumer behind. "
                            + "Without it, what is found moving may be unfinished, and what is found quiet may wait for a person.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "One JSON object: invariants (id, checked, violations, ...), violations, complete, seconds.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Report report = audit();
        if (json) {
            out.println(ReportJson.of(report));
        } else {
            ReportText.of(report).forEach(out::println);
        }
        out.flush();
        return report.exitCode();
    }

    private Report audit() throws InterruptedException {
        PrintedProgress progress = new PrintedProgress(
                new StatusLine(spec.commandLine().getErr(), Terminal.isInteractive(), System.nanoTime()));
        progress.at("looking where everything stands", 0);
        try (InstallationEvidence evidence = InstallationEvidence.gather(sources())) {
            progress.expect(evidence.offsetsToRead());
            return new Auditor(AuditSettings.USUAL.withEverythingEnded(quiet), Clock.systemUTC(), progress)
                    .audit(evidence);
        } catch (OutOfMemoryError tooLittle) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> MEBIBYTE_BITS;
            throw new CommandFailure(
                    "what is to be compared does not fit into " + mebibytes
                            + " MiB: set BACKBONE_VERIFY_HEAP to more, such as 4g",
                    tooLittle);
        } finally {
            progress.end();
        }
    }

    private Sources sources() {
        Endpoints endpoints = installation.endpoints();
        Map<String, Object> kafka = new HashMap<>(endpoints.kafkaProperties());
        if (bootstrapServers != null) {
            kafka.put("bootstrap.servers", bootstrapServers);
        }
        Reachable.requireKafka(kafka);
        String url = database == null ? endpoints.jdbcUrl() : database;
        return new Sources(
                kafka,
                registry(),
                isNone(url) ? null : new Sources.Database(url, endpoints.databaseUser(), endpoints.databasePassword()),
                ledger(gatewayLedger, endpoints.gateway() + "/v1/ledger"),
                ledger(mailLedger, endpoints.mail() + "/v1/messages"),
                accepted(endpoints));
    }

    private SchemaRegistryClient registry() {
        return registry == null
                ? installation.registry()
                : HttpSchemaRegistryClient.connect(RegistrySettings.of(registry));
    }

    private List<Path> accepted(Endpoints endpoints) {
        if (!accepted.isEmpty()) {
            return accepted;
        }
        return Files.isDirectory(endpoints.accepted()) ? List.of(endpoints.accepted()) : List.of();
    }

    private static @Nullable String ledger(@Nullable String given, String usual) {
        String chosen = given == null ? usual : given;
        return isNone(chosen) ? null : chosen;
    }

    private static boolean isNone(String value) {
        return value.equals(NONE);
    }
}
