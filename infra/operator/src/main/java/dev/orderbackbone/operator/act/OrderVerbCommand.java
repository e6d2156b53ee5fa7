package dev.orderbackbone.operator.act;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells orders something. */
abstract class OrderVerbCommand implements Callable<Integer> {
    private final OrderVerb verb;
    private final String name;

    @Mixin
    private ActOptions options = new ActOptions();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The orders.")
    private List<String> orders = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    OrderVerbCommand(OrderVerb verb, String name) {
        this.verb = verb;
        this.name = name;
    }

    @Override
    public final Integer call() throws InterruptedException {
        return options.carryOut(
                name,
                spec.commandLine(),
                reach -> orders.stream()
                        .distinct()
                        .<Wish>map(order -> new OrderWish(verb, order, reach.foretelling()))
                        .toList());
    }
}
