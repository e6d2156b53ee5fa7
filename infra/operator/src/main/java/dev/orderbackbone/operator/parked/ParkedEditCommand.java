package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Corrects a parked record and has it decided on again. */
@Command(
        name = "edit",
        description = {
            "Corrects one parked record and sends it back with its line, as 'parked redrive' does. The payload must be what the schema of its type "
                    + "allows; event id and key stay. What is changed is printed first, but never names or addresses. Only what nobody else reads can be edited: "
                    + "others would know different things of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone parked edit order-events 12 --set 'lines[0].quantity=2'                 what it would do",
            "  ./backbone parked edit order-events 12 --set 'lines[0].quantity=2' --run --reason 'agreed with the customer'",
            "  ./backbone parked show order-events 12 --json | jq '.records[0].payload' > corrected.json",
            "  ./backbone parked edit order-events 12 --file corrected.json      where it says (not printed), that stays as it was",
            "  ./backbone parked edit orders.intake.v1-0@7 --type OrderSubmitted --file corrected.json      which did not decode",
            "",
            "Exit codes: 0 planned, or decided on; 1 it was not, it cannot be edited, or the payload is wrong; 2 the command line is wrong.",
        })
public final class ParkedEditCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Parameters(
            paramLabel = "PLACE",
            arity = "1..2",
            description =
                    "A service and an offset on its parked topic; or topic-partition@offset, where the record is parked or came from.")
    private List<String> place = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The whole payload as a JSON object, as 'parked show' prints it.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "One field, such as lines[0].quantity=2 or country=null; may be given several times.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "The message type, where the record does not decode or has a wrong one.")
    private String type = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (file == null && settings.isEmpty()) {
            throw wrong("say what is to change: --file or --set");
        }
        Predicate<ParkedEntry> wanted = wanted();
        List<FieldChange> changes = changes();
        Changes path = Changes.of(installation, options, spec.commandLine());
        SchemaRegistryClient registry = installation.registry();
        MessageDeserializer deserializer = MessageDeserializer.create(registry);
        Map<String, Object> kafka = installation.endpoints().kafkaProperties();
        ParkedEntry entry = entry(ParkedState.read(kafka, deserializer), wanted);
        Place parkedAt = entry.record().place();
        Correction correction =
                new Corrections(MessageSerializer.create(registry), deserializer).of(entry, type, payload(), changes);
        return path.carryOut(new SendBack(
                        "parked edit",
                        kafka,
                        deserializer,
                        new SendBack.Wish(
                                Action.REDRIVE,
                                other -> other.record().place().equals(parkedAt),
                                String.join(" ", place)))
                .with(correction));
    }

    private Predicate<ParkedEntry> wanted() {
        try {
            return ParkedPlace.filter(place);
        } catch (IllegalArgumentException notAPlace) {
            throw wrong(String.valueOf(notAPlace.getMessage()));
        }
    }

    private List<FieldChange> changes() {
        try {
            return settings.stream().map(FieldChange::of).toList();
        } catch (IllegalArgumentException notAChange) {
            throw wrong(String.valueOf(notAChange.getMessage()));
        }
    }

    private ParkedEntry entry(ParkedState state, Predicate<ParkedEntry> wanted) {
        List<ParkedEntry> found = state.outstanding().stream().filter(wanted).toList();
        if (found.size() > 1) {
            throw new CommandFailure("several records are parked at " + String.join(" ", place) + ": "
                    + String.join(
                            ", ",
                            found.stream()
                                    .map(entry -> entry.record().place().toString())
                                    .toList()));
        }
        if (found.isEmpty()) {
            boolean isKnown = state.entries().stream().anyMatch(wanted);
            throw new CommandFailure((isKnown ? "it has been dealt with, what is parked at " : "nothing is parked at ")
                    + String.join(" ", place));
        }
        return found.getFirst();
    }

    private @Nullable String payload() {
        Path from = file;
        if (from == null) {
            return null;
        }
        try {
            return Files.readString(from);
        } catch (IOException unreadable) {
            throw new CommandFailure(from + " cannot be read: " + unreadable, unreadable);
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
