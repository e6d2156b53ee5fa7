package dev.orderbackbone.operator.act;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has something done with a message to a customer. */
abstract class NotificationVerbCommand implements Callable<Integer> {
    private final NotificationVerb verb;
    private final String name;

    @Mixin
    private ActOptions options = new ActOptions();

    @Parameters(paramLabel = "ID", description = "The order.")
    private String orderId = "";

    @Option(
            names = "--milestone",
            required = true,
            paramLabel = "WHAT[:ID]",
            description =
                    "What the message is about: confirmed, rejected, cancelled, shipped:SHIPMENT or refunded:RETURN.")
    private String milestone = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    NotificationVerbCommand(NotificationVerb verb, String name) {
        this.verb = verb;
        this.name = name;
    }

    @Override
    public final Integer call() throws InterruptedException {
        MessageAbout about = about();
        return options.carryOut(
                name,
                spec.commandLine(),
                reach -> List.of(new NotificationWish(verb, orderId, about, reach.foretelling())));
    }

    private MessageAbout about() {
        try {
            return MessageAbout.parse(milestone);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--milestone " + wrong.getMessage(), wrong);
        }
    }
}
