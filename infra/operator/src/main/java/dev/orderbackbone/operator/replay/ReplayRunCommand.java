package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Replays records into a new topic. */
@Command(
        name = "run",
        description = {
            "Copies selected records of a topic into a new one: keys, values, times and headers as they are, in the partition and order that "
                    + "they have, with headers that say where each came from. A replay that was interrupted goes on when the same is asked for again.",
            "A topic of the backbone is never written to: what is replayed there would be decided on, charged or mailed again.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone replay run --topic orders.events.v1 --to-topic november --since 2026-11-01T00:00:00Z --until 2026-12-01T00:00:00Z",
            "  ./backbone replay run --topic payments.events.v1 --to-topic case-4711 --order 4t2m9k7qv0hx8w3z5r6n1c0d --run --reason 'case 4711'",
            "",
            "Exit codes: 0 planned, or done; 1 refused, nothing selected, or not well: it is said what; 2 the command line is wrong.",
        })
public final class ReplayRunCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ReplayOptions selected = new ReplayOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return replay(installation, selected, options, spec);
    }

    static int replay(InstallationOptions installation, ReplayOptions selected, ChangeOptions options, CommandSpec spec)
            throws InterruptedException {
        ReplaySelection selection = selected.selection(spec.commandLine());
        Changes changes = Changes.of(installation, options, spec.commandLine());
        Map<String, Object> kafka = installation.endpoints().kafkaProperties();
        MessageDeserializer deserializer = MessageDeserializer.create(installation.registry());
        return changes.carryOut(new Replay(selection, new TargetTopic(selected.toTopic(), kafka), kafka, deserializer));
    }
}
