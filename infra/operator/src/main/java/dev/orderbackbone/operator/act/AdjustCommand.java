package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.StockPools;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Corrects stock. */
@Command(
        name = "adjust",
        description = {
            "Corrects the stock on hand of a SKU after a count, loss or find. Never so much is taken away that less is on hand than is promised to "
                    + "orders: what could not be applied is told, and is for a person to sort out.",
            "",
            "Without --run it says what is on hand and what would follow. With it an ordinary event goes to inventory.commands, and the command "
                    + "waits for what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone stock adjust --pool main --sku 85123A --delta -3",
            "  ./backbone stock adjust --location main --sku 85123A --delta 12 --run --reason 'found behind the shelf'",
            "",
            "Exit codes: 0 done, or planned; 1 not all of it could be applied, not decided in time, or no such pool; 2 the command line is wrong.",
        })
public final class AdjustCommand implements Callable<Integer> {
    private static final String POOLS_VARIABLE = "ORDERS_POOLS_PER_LOCATION";

    @Mixin
    private ActOptions options = new ActOptions();

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(names = "--sku", required = true, paramLabel = "SKU", description = "Which goods.")
    private String sku = "";

    @Option(
            names = "--delta",
            required = true,
            paramLabel = "UNITS",
            description = "Units to add, or with a minus to take away; not 0.")
    private int delta;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One of the two. */
    static final class Where {
        @Option(names = "--pool", paramLabel = "POOL", description = "The stock pool.")
        private String pool = "";

        @Option(
                names = "--location",
                paramLabel = "LOCATION",
                description = "The location; which of its pools holds the SKU is found out.")
        private String location = "";
    }

    @Override
    public Integer call() throws InterruptedException {
        if (delta == 0) {
            throw new ParameterException(spec.commandLine(), "--delta must not be 0: it would change nothing");
        }
        if (sku.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--sku must not be blank");
        }
        String pool = where.pool.isEmpty() ? pools().poolOf(where.location, sku) : where.pool;
        return options.carryOut(
                "stock adjust",
                spec.commandLine(),
                reach -> List.of(
                        new StockWish(pool, sku, delta, reach.endpoints().kafkaProperties(), reach.deserializer())));
    }

    private StockPools pools() {
        String text = options.installation().serviceVariables().getOrDefault(POOLS_VARIABLE, "1");
        try {
            return new StockPools(Integer.parseInt(text));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(), POOLS_VARIABLE + "=" + text + ": " + wrong.getMessage(), wrong);
        }
    }
}
