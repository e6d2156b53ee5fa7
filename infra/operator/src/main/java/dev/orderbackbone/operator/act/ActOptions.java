package dev.orderbackbone.operator.act;

import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.operator.whatif.Foretelling;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What all commands have in common that tell a service something. To be mixed in. */
final class ActOptions {
    private static final int LONGEST_WAIT_SECONDS = 3_600;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for what becomes of each event, from 1 on. Default: 30.")
    private int waitSeconds = 30;

    /** Which installation. */
    InstallationOptions installation() {
        return installation;
    }

    /**
     * Plans what is wished for, and if that is asked for tells it; the exit code.
     *
     * @param wishes are made when all options have been looked at and the installation can be reached.
     */
    int carryOut(String name, CommandLine command, Function<Reach, List<Wish>> wishes) throws InterruptedException {
        if (waitSeconds < 1 || waitSeconds > LONGEST_WAIT_SECONDS) {
            throw new ParameterException(command, "--wait must be from 1 to " + LONGEST_WAIT_SECONDS + " seconds");
        }
        Changes changes = Changes.of(installation, change, command);
        Endpoints endpoints = installation.endpoints();
        SchemaRegistryClient registry = installation.registry();
        MessageDeserializer deserializer = MessageDeserializer.create(registry);
        Reach reach = new Reach(endpoints, deserializer, foretelling(endpoints, deserializer, command));
        return changes.carryOut(new OrdinaryEvents(
                name,
                wishes.apply(reach),
                () -> Courier.connect(endpoints.kafkaProperties(), registry, Duration.ofSeconds(waitSeconds)),
                Clock.systemUTC()));
    }

    /** What wishes are made with. */
    record Reach(Endpoints endpoints, MessageDeserializer deserializer, Foretelling foretelling) {}

    private Foretelling foretelling(Endpoints endpoints, MessageDeserializer deserializer, CommandLine command) {
        try {
            return Foretelling.of(endpoints.kafkaProperties(), deserializer, installation.serviceVariables());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
