package dev.orderbackbone.operator.local;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.text.Terminal;
import dev.orderbackbone.operator.text.Words;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything. */
@Command(
        name = "up",
        description = {
            "Starts broker, database, registry, simulators and services on this machine, makes topics and registers schemas, and prints "
                    + "where everything is. What runs already is left alone; processes go on when the command has ended.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone up",
            "  BACKBONE_KAFKA_PORT=19092 ./backbone up",
            "  ./backbone up --data /tmp/another --quiet",
            "  ./backbone up --infrastructure",
            "",
            "Exit codes: 0 everything can be used; 1 something did not come up: the reason and the end of its log are printed;",
            "2 the command line or a setting is wrong.",
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing unless something fails.")
    private boolean quiet;

    @Option(
            names = "--infrastructure",
            description = "Only broker, database and registry, with topics and schemas: what a backup is restored to.")
    private boolean infrastructureOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = quiet
                ? new PrintWriter(java.io.Writer.nullWriter())
                : spec.commandLine().getOut();
        long started = System.nanoTime();
        Starting starting = new Starting(installation);
        PrintedProgress progress = new PrintedProgress(out, Terminal.isInteractive() && !quiet);
        if (infrastructureOnly) {
            starting.runInfrastructure(progress);
        } else {
            starting.run(progress);
        }
        out.printf("%nready after %s%n%n", Words.of(Duration.ofNanos(System.nanoTime() - started)));
        out.print(WhereEverythingIs.table(installation));
        out.flush();
        return 0;
    }
}
