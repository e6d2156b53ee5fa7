package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup to an empty cluster. */
@Command(
        name = "restore",
        description = {
            "Brings a backup to an empty cluster: every record to its old offset, states, consumer positions, schemas. All of the backup is "
                    + "checked before anything is written. The cluster must have the topics and nothing in them, the database must be empty, and "
                    + "no service may run; services that are started afterwards go on where they stood, and the read models are made anew from the log.",
        },
        footer = {
            "",
            "One that was interrupted cannot be continued: begin again with a fresh cluster.",
            "",
            "Examples:",
            "  ./backbone up --infrastructure        (on a cluster: ./backbone deploy, with as many partitions as before)",
            "  ./backbone restore /var/backups/orders",
            "  ./backbone restore /var/backups/orders --run --reason \"disk lost\"",
            "  ./backbone up && ./backbone verify",
            "",
            "Exit codes: 0 planned, or restored; 1 the backup or the cluster is not fit for it, or it failed: it is said why; 2 the command line",
            "is wrong.",
        })
public final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Parameters(paramLabel = "FOLDER", description = "Of the backup.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Changes changes = Changes.of(installation, change, spec.commandLine());
        Endpoints endpoints = installation.endpoints();
        BackupFolder backup = new BackupFolder(folder.toAbsolutePath().normalize());
        new NoReadModels(endpoints).require();
        return changes.carryOut(
                new Restore(backup, endpoints.kafkaProperties(), installation.registry(), Clock.systemUTC()));
    }
}
