package dev.orderbackbone.operator.replay;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.operator.projections.ReadModelsOf;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Replays records into a new topic, or a read model of their own. */
@Command(
        name = "run",
        description = {
            "Copies selected records of a topic into a new one: keys, values, times and headers as they are, in the partition and order that "
                    + "they have, with headers that say where each came from. A replay that was interrupted goes on when the same is asked for again.",
            "A topic of the backbone is never written to: what is replayed there would be decided on, charged or mailed again.",
            "",
            "With --to-version it projects them into a version of the read models of their own, which analysts query beside the mart, and which "
                    + "is never swapped to. Of an order whose OrderPlaced is not selected there is no row in orders, order_lines and order_events; payments, stock and "
                    + "messages have all that is selected. Never further than the live version is.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone replay run --topic orders.events.v1 --to-topic november --since 2026-11-01T00:00:00Z --until 2026-12-01T00:00:00Z",
            "  ./backbone replay run --topic payments.events.v1 --to-topic case-4711 --order 4t2m9k7qv0hx8w3z5r6n1c0d --run --reason 'case 4711'",
            "  ./backbone replay run --to-version --order 4t2m9k7qv0hx8w3z5r6n1c0d",
            "  ./backbone replay run --to-version --since 2026-11-20T00:00:00Z --run --reason 'a week for the audit'",
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
        if (!selected.toTopic().isEmpty()) {
            TargetTopic target = new TargetTopic(selected.toTopic(), kafka);
            return changes.carryOut(new Replay(selection, target, kafka, deserializer));
        }
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation)) {
            return changes.carryOut(
                    new ReplayIntoVersion(selection, selected.toVersion(), readModels, kafka, deserializer));
        }
    }
}
