package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what came of a call that nobody knew the outcome of. */
@Command(
        name = "resolve",
        description = {
            "Says what came of a payment operation whose outcome nobody knows, with the evidence for it: somebody has looked into the gateway's own "
                    + "books. The order goes on from there: an approved authorisation is used or given back, one that was never made fails.",
            "",
            "Without --run it says how the payment stands and what would follow. With it an ordinary event goes to payments.commands, and the "
                    + "command waits for what becomes of it.",
        },
        footer = {
            "",
            "Examples:",
            "  ./backbone payments resolve 4t2m9k7qv0hx8w3z5r6n1c0d --operation authorize --outcome not-found --evidence 'gateway ticket 4711'",
            "  ./backbone payments resolve 4t2m9k7qv0hx8w3z5r6n1c0d --operation capture:shipment-1 --outcome approved \\",
            "      --evidence 'settlement file of 27 November' --run --reason 'asked by the customer'",
            "",
            "Exit codes: 0 done, or planned; 1 not unknown, ignored, not decided in time, or no such payment; 2 the command line is wrong.",
        })
public final class ResolveCommand implements Callable<Integer> {
    private static final Map<String, GatewayOperation> OPERATIONS = Map.of(
            "authorize", GatewayOperation.AUTHORIZE,
            "capture", GatewayOperation.CAPTURE,
            "void", GatewayOperation.VOID,
            "refund", GatewayOperation.REFUND);
    private static final Map<String, GatewayOutcome> OUTCOMES = Map.of(
            "approved", GatewayOutcome.APPROVED,
            "declined", GatewayOutcome.DECLINED,
            "not-found", GatewayOutcome.NOT_FOUND);
    private static final char SEPARATOR = ':';

    @Mixin
    private ActOptions options = new ActOptions();

    @Parameters(paramLabel = "ID", description = "The order.")
    private String orderId = "";

    @Option(
            names = "--operation",
            required = true,
            paramLabel = "KIND[:ID]",
            description = "authorize, void, capture:SHIPMENT or refund:RETURN.")
    private String operation = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "approved: it was done; declined: the gateway said no; not-found: it never got there.")
    private String outcome = "";

    @Option(
            names = "--authorization-id",
            paramLabel = "ID",
            description =
                    "The gateway's id of an approved authorisation; without it, it could neither be captured nor voided.")
    private @Nullable String authorizationId;

    @Option(names = "--evidence", required = true, paramLabel = "TEXT", description = "How it is known.")
    private String evidence = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        int separator = operation.indexOf(SEPARATOR);
        String kindName = separator < 0 ? operation : operation.substring(0, separator);
        String id = separator < 0 ? "" : operation.substring(separator + 1);
        GatewayOperation kind = known(OPERATIONS, "--operation", kindName);
        GatewayOutcome result = known(OUTCOMES, "--outcome", outcome);
        boolean hasMany = kind == GatewayOperation.CAPTURE || kind == GatewayOperation.REFUND;
        if (hasMany == id.isEmpty()) {
            throw wrong("--operation " + kindName + (hasMany ? " needs an id, as in capture:SHIPMENT" : " has no id"));
        }
        boolean isApproval = kind == GatewayOperation.AUTHORIZE && result == GatewayOutcome.APPROVED;
        if (isApproval != (authorizationId != null)) {
            throw wrong(
                    isApproval
                            ? "an approved authorisation needs --authorization-id"
                            : "--authorization-id is for an approved authorisation only");
        }
        if (evidence.isBlank()) {
            throw wrong("--evidence must not be blank: how is it known?");
        }
        return options.carryOut(
                "payments resolve",
                spec.commandLine(),
                reach -> List.of(
                        new PaymentWish(orderId, kind, id, result, authorizationId, evidence, reach.foretelling())));
    }

    private <T> T known(Map<String, T> all, String option, String name) {
        T value = all.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw wrong(option + " must be one of "
                    + String.join(", ", all.keySet().stream().sorted().toList()) + ", but is " + name);
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
