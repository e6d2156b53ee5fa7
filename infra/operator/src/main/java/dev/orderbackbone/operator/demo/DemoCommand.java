package dev.orderbackbone.operator.demo;

import dev.orderbackbone.local.ComponentStatus;
import dev.orderbackbone.local.ComponentStatus.Health;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.operator.demo.retail.RetailMapping;
import dev.orderbackbone.operator.local.PrintedProgress;
import dev.orderbackbone.operator.local.Starting;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows everything at work. */
@Command(
        name = "demo",
        description = {
            "Starts what does not run, loads stock, streams real orders through HTTP and Kafka, sends returns and stock adjustments, waits until "
                    + "all is quiet, and prints what it came to. Every input is accounted for as exactly one order, return, adjustment or "
                    + "refusal with a reason; docs/demo-data.md tells how invoices become inputs.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone demo",
            "  ./backbone demo --orders ../shared/data/uci-online-retail/online_retail.csv.gz",
            "  ./backbone demo --limit 100 --rate 20/s --stop",
            "  ./backbone demo --run once && ./backbone demo --run once      (makes no second order)",
            "  ./backbone demo --json | jq .orders",
            "",
            "Exit codes: 0 all inputs are accounted for and nothing is off; 1 something is: it is said what; 2 the command line or a",
            "setting is wrong.",
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "/demo/online-retail-sample.csv.gz";
    private static final DateTimeFormatter RUN =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern RUN_RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Pattern RATE_RULE = Pattern.compile("(\\d{1,6})(/s)?");

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description =
                    "Invoices as the UCI Online Retail data set has them, CSV, gzip-compressed or not. Default: a bundled sample of 379.")
    private @Nullable Path orders;

    @Option(names = "--limit", paramLabel = "N", description = "Take the first N invoices only.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--rate",
            paramLabel = "N/s",
            description = "At most N inputs a second. Default: as fast as it goes.")
    private String rate = "0";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Chooses which orders go over HTTP, which SKUs are short, which payments fail. Default: 1.")
    private long seed;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description =
                    "Goes before all ids that this run makes; the same again makes nothing a second time. Default: the time.")
    private @Nullable String run;

    @Option(
            names = "--open",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Orders on their way at a time, at most. Default: 2000.")
    private int mostOpen;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "180",
            description = "How long nothing may happen before what is missing counts as missing. Default: 180.")
    private int patienceSeconds;

    @Option(names = "--no-faults", description = "Let the payment gateway be without fault.")
    private boolean noFaults;

    @Option(
            names = "--json",
            description =
                    "One JSON object on standard output and nothing else there; what happens meanwhile on standard error.")
    private boolean json;

    @Option(names = "--stop", description = "Stop everything afterwards.")
    private boolean stop;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException, SQLException {
        DemoSettings settings = settings();
        PrintWriter err = spec.commandLine().getErr();
        boolean isTerminal = Terminal.isInteractive();
        List<Input> inputs = inputs(settings.run());
        err.printf("%,d invoices of %s%n", inputs.size(), orders == null ? "the bundled sample" : orders);
        err.flush();
        startWhatDoesNotRun(err, isTerminal);
        try {
            Outcome outcome = run(settings, inputs, new ProgressBar(err, isTerminal, System.nanoTime()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? outcome.json() + System.lineSeparator() : outcome.text());
            out.flush();
            if (json && !outcome.isGood()) {
                err.print(outcome.text());
                err.flush();
            }
            return outcome.isGood() ? 0 : 1;
        } finally {
            if (stop) {
                installation.stack().down(new PrintedProgress(err, isTerminal));
            }
        }
    }

    private Outcome run(DemoSettings settings, List<Input> inputs, ProgressBar bar)
            throws InterruptedException, IOException, SQLException {
        Endpoints endpoints = installation.endpoints();
        Demo demo = new Demo(settings, inputs, endpoints, installation.registry(), bar);
        try {
            if (!settings.faults()) {
                return demo.run();
            }
            try (GatewayFaults _ = GatewayFaults.begin(endpoints.gateway(), settings.seed())) {
                return demo.run();
            }
        } finally {
            bar.end();
        }
    }

    private DemoSettings settings() {
        var rateMatch = RATE_RULE.matcher(rate);
        require(rateMatch.matches(), "--rate must be a number of inputs a second, such as 50/s, not " + rate);
        require(limit >= 1, "--limit must be 1 or more");
        require(mostOpen >= 1, "--open must be 1 or more");
        require(patienceSeconds >= 1, "--patience must be 1 or more");
        require(
                run == null || RUN_RULE.matcher(run).matches(),
                "--run must be 1 to 40 letters, digits, dots and hyphens, beginning with a letter or digit");
        return new DemoSettings(
                run == null ? RUN.format(Instant.now()) : run,
                run != null,
                seed,
                Integer.parseInt(rateMatch.group(1)),
                mostOpen,
                Duration.ofSeconds(patienceSeconds),
                !noFaults);
    }

    private void require(boolean met, String rule) {
        if (!met) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    private List<Input> inputs(String runId) throws IOException {
        try (InputStream content = orders == null ? sample() : Files.newInputStream(orders)) {
            return RetailMapping.read(content, limit, runId);
        } catch (IOException failure) {
            throw new CommandFailure("cannot read " + (orders == null ? SAMPLE : orders) + ": " + failure, failure);
        }
    }

    private static InputStream sample() throws IOException {
        InputStream sample = DemoCommand.class.getResourceAsStream(SAMPLE);
        if (sample == null) {
            throw new IOException("it is not in the jar");
        }
        return sample;
    }

    private void startWhatDoesNotRun(PrintWriter err, boolean isTerminal) {
        List<ComponentStatus> components = installation.stack().status();
        if (components.stream().anyMatch(each -> each.health() != Health.UP)) {
            new Starting(installation).run(new PrintedProgress(err, isTerminal));
        }
    }
}
