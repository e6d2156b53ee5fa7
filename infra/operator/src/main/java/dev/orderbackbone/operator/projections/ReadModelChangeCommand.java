package dev.orderbackbone.operator.projections;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that changes read models. */
abstract class ReadModelChangeCommand implements Callable<Integer> {
    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws InterruptedException {
        requireValidOptions();
        Changes changes = Changes.of(installation, change, spec.commandLine());
        try (ReadModelsOf readModels = ReadModelsOf.installation(installation)) {
            return changes.carryOut(changeOf(readModels));
        }
    }

    /** What is asked for. */
    abstract Change changeOf(ReadModelsOf readModels);

    /**
     * Looks at the options of the command itself, before anything is asked of the installation.
     *
     * @throws ParameterException if one is wrong.
     */
    void requireValidOptions() {}

    /** The log of the installation. */
    final SourceLog log() {
        return new KafkaSourceLog(
                installation.endpoints().kafkaProperties(), () -> MessageDeserializer.create(installation.registry()));
    }

    /** An option has a value that it must not have. */
    final ParameterException wrong(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
