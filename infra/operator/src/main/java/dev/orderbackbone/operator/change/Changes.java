package dev.orderbackbone.operator.change;

import dev.orderbackbone.contract.operation.OperationResult;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.operator.Reachable;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.operator.text.StatusLine;
import dev.orderbackbone.operator.text.Terminal;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Carries out changes, all of them in the same way. */
public final class Changes {
    private static final int SOMETHING_IS_WRONG = 1;

    private final Map<String, Object> kafkaProperties;
    private final SchemaRegistryClient registry;
    private final ChangeOptions options;
    private final CommandLine command;

    Changes(
            Map<String, Object> kafkaProperties,
            SchemaRegistryClient registry,
            ChangeOptions options,
            CommandLine command) {
        this.kafkaProperties = kafkaProperties;
        this.registry = registry;
        this.options = options;
        this.command = command;
    }

    /**
     * For one command, whose options are looked at first.
     *
     * @throws ParameterException if they ask for a run and give no reason, or nobody who does it.
     */
    public static Changes of(InstallationOptions installation, ChangeOptions options, CommandLine command) {
        if (options.isToRun && options.reason.isBlank()) {
            throw new ParameterException(command, "--run needs --reason TEXT: why is this done?");
        }
        if (options.isToRun && options.by.isBlank()) {
            throw new ParameterException(command, "--run needs --by NAME: who does this?");
        }
        Endpoints endpoints = installation.endpoints();
        Reachable.requireKafka(endpoints.kafkaProperties());
        return new Changes(endpoints.kafkaProperties(), installation.registry(), options, command);
    }

    /** Plans, and if that is asked for carries out; the exit code. */
    public int carryOut(Change change) throws InterruptedException {
        if (!options.isToRun) {
            Plan plan = change.plan();
            print(change, plan, null, null);
            return 0;
        }
        try (Lease lease = Lease.take(kafkaProperties, change.target(), options.by);
                MessageWriter writer = MessageWriter.connect(kafkaProperties, registry);
                Cancellation cancellation = Cancellation.ofThisThread()) {
            Plan plan = change.plan();
            if (!options.json) {
                command.getErr().print(new PlanText(plan).text());
                command.getErr().flush();
            }
            change.prepare(plan);
            AuditLog audit = new AuditLog(writer, Clock.systemUTC());
            Operation operation = audit.started(change, plan, options.by, options.reason);
            Outcome outcome = run(change, plan, operation, lease, audit, cancellation);
            print(change, plan, operation, outcome);
            return outcome.isGood() ? 0 : SOMETHING_IS_WRONG;
        }
    }

    private Outcome run(
            Change change, Plan plan, Operation operation, Lease lease, AuditLog audit, Cancellation cancellation)
            throws InterruptedException {
        StatusLine line = new StatusLine(command.getErr(), Terminal.isInteractive(), System.nanoTime());
        SequencedMap<String, Long> nothing = new LinkedHashMap<>();
        try {
            Outcome outcome = change.run(plan, operation, new PrintedChange(line, lease));
            line.end();
            audit.finished(
                    operation,
                    outcome.isGood() ? OperationResult.DONE : OperationResult.FAILED,
                    outcome.counts(),
                    String.join("; ", outcome.faults()));
            return outcome;
        } catch (InterruptedException | RuntimeException failure) {
            line.end();
            boolean isCancelled = cancellation.isAsked();
            Thread.interrupted(); // what is left to do is to write down that it was stopped
            audit.finished(
                    operation,
                    isCancelled ? OperationResult.CANCELLED : OperationResult.FAILED,
                    nothing,
                    isCancelled ? "stopped by the operator" : failure.toString());
            throw failure;
        }
    }

    private void print(Change change, Plan plan, @Nullable Operation operation, @Nullable Outcome outcome) {
        PrintWriter out = command.getOut();
        if (options.json) {
            out.println(json(change, plan, operation, outcome));
        } else if (operation == null || outcome == null) {
            out.print(new PlanText(plan).text());
            out.println("nothing was changed: with --run --reason TEXT this is done");
        } else {
            outcome.counts().forEach((what, count) -> out.println("  " + Words.count(count) + " " + what));
            outcome.faults().forEach(fault -> out.println("  NOT WELL: " + fault));
            out.println(
                    change.command() + (outcome.isGood() ? ": done" : ": not well") + ", operation " + operation.id());
        }
        out.flush();
    }

    private static String json(Change change, Plan plan, @Nullable Operation operation, @Nullable Outcome outcome) {
        return JsonText.object(json -> {
            json.writeStringField("command", change.command());
            json.writeStringField("target", change.target());
            new PlanText(plan).write(json);
            json.writeBooleanField("changed", operation != null);
            if (operation != null && outcome != null) {
                json.writeStringField("operationId", operation.id());
                json.writeStringField(
                        "result", (outcome.isGood() ? OperationResult.DONE : OperationResult.FAILED).name());
                JsonText.counts(json, "counts", outcome.counts());
                JsonText.strings(json, "faults", outcome.faults());
            }
        });
    }
}
