package dev.orderbackbone.operator.parked;

import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.change.ChangeOptions;
import dev.orderbackbone.operator.change.Changes;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deals with all parked records that match. */
abstract class SendBackCommand implements Callable<Integer> {
    private final Action action;

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Mixin
    private ChangeOptions options = new ChangeOptions();

    @Mixin
    private ParkedFilter filter = new ParkedFilter();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SendBackCommand(Action action) {
        this.action = action;
    }

    @Override
    public final Integer call() throws InterruptedException {
        Predicate<ParkedEntry> wanted = filter.predicate(spec.commandLine());
        Changes changes = Changes.of(installation, options, spec.commandLine());
        return changes.carryOut(new SendBack(
                "parked " + spec.name(),
                installation.endpoints().kafkaProperties(),
                MessageDeserializer.create(installation.registry()),
                new SendBack.Wish(action, wanted, filter.words())));
    }
}
