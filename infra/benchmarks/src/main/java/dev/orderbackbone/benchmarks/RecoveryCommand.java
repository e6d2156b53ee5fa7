package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.Place;
import dev.orderbackbone.benchmarks.contender.ours.OurStack;
import dev.orderbackbone.benchmarks.contender.ours.StackSettings;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult;
import dev.orderbackbone.benchmarks.recovery.RecoverySettings;
import dev.orderbackbone.benchmarks.report.Facts;
import dev.orderbackbone.benchmarks.report.RecoveryReport;
import dev.orderbackbone.benchmarks.run.Recovery;
import dev.orderbackbone.benchmarks.run.Telling;
import dev.orderbackbone.operator.text.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone bench recovery}. */
@Command(
        name = "recovery",
        description = {
            "Measures what operators wait for: fills a log with orders, reads it bare, verifies it, rebuilds the read models while orders flow and "
                    + "the mart is asked, backs it up twice, loses everything but the outside world, restores it and verifies again. Each command "
                    + "is a process of its own, as ./backbone starts it.",
            "Beside the rebuild stands a bare consumer that decodes the same topics and copies the same rows into the same tables: the least that a "
                    + "rebuild can be, as it folds nothing and forms no row. There is no result if the audit finds a violation, a rebuilt row differs, or the gateway or the mail server is asked to do anything "
                    + "again.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone bench recovery",
            "  ./backbone bench recovery --orders 1000000 --keep",
            "  ./backbone bench recovery --orders 20000 --share 100 --json | jq .rebuild",
            "",
            "Exit codes: 0 there is a result; 1 there is none: it is said why; 2 the command line or a setting is wrong.",
        })
final class RecoveryCommand implements Callable<Integer> {
    /** As an installation has them. */
    private static final int PARTITIONS = 2;

    private static final int MOST_ORDERS = 50_000_000;
    private static final int MOST_RATE = 10_000;
    private static final int ALL_OF_THE_TIME = 100;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Stored before anything is measured. Default: 100000.")
    private int orders;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Orders a second that flow while the read models are rebuilt. Default: 100.")
    private double rate;

    @Option(
            names = "--share",
            paramLabel = "PERCENT",
            defaultValue = "90",
            description = "How much of the time the rebuild works, as of 'projections rebuild'. Default: 90, as there.")
    private int share;

    @Mixin
    private AloneOptions alone = new AloneOptions();

    @Mixin
    private ReportOptions reported = new ReportOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        require(orders >= 1 && orders <= MOST_ORDERS, "--orders must be 1 to " + MOST_ORDERS);
        require(rate > 0 && rate <= MOST_RATE, "--rate must be more than 0, and " + MOST_RATE + " or less");
        require(share >= 1 && share <= ALL_OF_THE_TIME, "--share must be 1 to " + ALL_OF_THE_TIME);
        Telling telling = new Telling(spec.commandLine().getErr(), Terminal.isInteractive());
        Place place = alone.freshPlace();
        Path folder = Files.createDirectories(place.root().resolve("recovery").toAbsolutePath());
        StackSettings settings = StackSettings.dividedInto(PARTITIONS, 1, 1).withLedger();
        try (OurStack stack = new OurStack(settings, place, System.getenv())) {
            telling.say("starting");
            stack.start();
            RecoveryResult result =
                    new Recovery(stack, new RecoverySettings(orders, rate, share), folder, telling).run();
            reported.report(new RecoveryReport(result, Facts.ofMachine(BenchHome.home())), spec.commandLine());
        }
        return 0;
    }

    private void require(boolean condition, String rule) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
