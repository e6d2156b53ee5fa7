package dev.orderbackbone.operator;

import dev.orderbackbone.local.InvalidSettings;
import dev.orderbackbone.local.StartFailure;
import dev.orderbackbone.operator.act.NotificationsCommand;
import dev.orderbackbone.operator.act.PaymentsCommand;
import dev.orderbackbone.operator.act.StockCommand;
import dev.orderbackbone.operator.backup.BackupCommand;
import dev.orderbackbone.operator.backup.RestoreCommand;
import dev.orderbackbone.operator.demo.DemoCommand;
import dev.orderbackbone.operator.deploy.DeployCommand;
import dev.orderbackbone.operator.groups.GroupsCommand;
import dev.orderbackbone.operator.lag.LagCommand;
import dev.orderbackbone.operator.local.DownCommand;
import dev.orderbackbone.operator.local.LogsCommand;
import dev.orderbackbone.operator.local.StatusCommand;
import dev.orderbackbone.operator.local.UpCommand;
import dev.orderbackbone.operator.order.OrderCommand;
import dev.orderbackbone.operator.parked.ParkedCommand;
import dev.orderbackbone.operator.projections.ProjectionsCommand;
import dev.orderbackbone.operator.replay.ReplayCommand;
import dev.orderbackbone.operator.stuck.OrdersCommand;
import dev.orderbackbone.operator.verify.VerifyCommand;
import dev.orderbackbone.orderevents.client.OrdersUnavailableException;
import dev.orderbackbone.schemas.registry.RegistryException;
import java.io.PrintWriter;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program behind {@code ./backbone}. */
@Command(
        name = "backbone",
        description = "Runs, watches and proves an order backbone.",
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            OrderCommand.class,
            OrdersCommand.class,
            PaymentsCommand.class,
            StockCommand.class,
            NotificationsCommand.class,
            LagCommand.class,
            GroupsCommand.class,
            ParkedCommand.class,
            ProjectionsCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            LogsCommand.class,
            DownCommand.class,
            DeployCommand.class,
            HelpCommand.class,
        },
        footer = {
            "",
            "Exit codes: 0 all is well; 1 something is not, and it was said what; 2 the command line or a setting is wrong.",
        })
public final class Backbone implements Runnable {
    private static final String STACK_TRACES = "BACKBONE_STACK_TRACES";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        // The simulators' jar, which reads the ledgers, brings a configuration for its own process.
        System.setProperty("logback.configurationFile", "operator-logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to be executed. */
    public static CommandLine commandLine() {
        return new CommandLine(new Backbone())
                .setUsageHelpWidth(120)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Backbone::failed);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What is expected to go wrong is told in a sentence; only for what is not, or on demand, the stack trace. */
    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (isExpected(failure)) {
            Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
                    .forEach(each -> err.println("backbone: " + each.getMessage()));
        } else {
            err.println("backbone: " + failure);
        }
        if (!isExpected(failure) || System.getenv(STACK_TRACES) != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof InvalidSettings ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof CommandFailure
                || failure instanceof StartFailure
                || failure instanceof InvalidSettings
                || failure instanceof OrdersUnavailableException
                || failure instanceof RegistryException
                || failure instanceof KafkaException;
    }
}
