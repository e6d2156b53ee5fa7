package dev.orderbackbone.benchmarks;

import dev.orderbackbone.benchmarks.contender.DatabaseSettings;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.contender.ours.StackSettings;
import dev.orderbackbone.benchmarks.run.RunSettings;
import dev.orderbackbone.benchmarks.run.Stage;
import dev.orderbackbone.contract.StockPools;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a user can choose. */
final class BenchOptions {
    private static final List<Integer> SWEEP_PERCENTS = List.of(10, 30, 70, 90);

    @Option(names = "--only", paramLabel = "SIDE", description = "ours or rival. Default: both, in turns.")
    private @Nullable Side only;

    @Option(
            names = "--quick",
            description = "Five minutes for everything: fewer orders, two repetitions, no sweep over rates.")
    private boolean quick;

    @Option(
            names = "--stages",
            paramLabel = "STAGE",
            split = ",",
            description =
                    "Some of max, hot (one SKU in every order), half (latency at half of the maximum), rate (latency at the same rate for "
                            + "both), sweep (latency at several rates, for the plot); max is always measured. Default: all, without sweep if quick.")
    private @Nullable Set<Stage> stages;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "Of each repetition of the maximum. Default: 20000, 8000 if quick.")
    private @Nullable Integer orders;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            description = "Of everything; medians count. Default: 3, 2 if quick.")
    private @Nullable Integer repetitions;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Orders before anything is measured. Default: 200000, 20000 if quick.")
    private @Nullable Integer warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "190",
            description = "Orders a second of the stage rate. Default: 190.")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Of each repetition at a fixed rate. Default: 20, 10 if quick.")
    private @Nullable Integer seconds;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Of every topic of ours. Default: 1, as one thread of each service is all that two cores have room for.")
    private int partitions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of each of our services' stream processing, and of the projection. Default: 1.")
    private int threads;

    @Option(
            names = "--pools",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Stock pools that each location of ours is split into; what is in one pool is decided on by one thread. Default: 1.")
    private int pools;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = StackSettings.USUAL_WINDOW,
            description = "Orders on their way at a time when ours is measured as fast as it goes. Default: 2048.")
    private int window;

    @Option(
            names = "--senders",
            paramLabel = "N",
            defaultValue = StackSettings.USUAL_SENDERS,
            description =
                    "Requests at a time when ours is measured as fast as it goes; the rival has 64, one for each of its "
                            + "connections. Default: 128.")
    private int senders;

    @Option(names = "--hot-sku", description = "Every order of every stage has one line, of the same SKU.")
    private boolean hotSku;

    @Option(
            names = "--mail",
            description =
                    "Customers of ours have an address, and each message is sent to a mail server. Without it a message is a row, as the rival's is "
                            + "and as the workload has it: customers there have no address, and sending is not measured.")
    private boolean mail;

    @Option(
            names = "--flush-intake",
            description =
                    "Let Kafka write each order that it takes in to the disk before the 202, so that the promise survives the loss of "
                            + "power as the rival's does. Without it, it survives the end of any process, by kill -9 too.")
    private boolean flushIntake;

    @Option(
            names = "--statements",
            description = "Let both databases count statements (pg_stat_statements), which costs them some percent.")
    private boolean statements;

    @Option(names = "--json", description = "One JSON object on standard output, and nothing else there.")
    private boolean json;

    @Option(
            names = "--keep",
            description =
                    "Write the report to infra/benchmarks/results, as is done anyway when both are measured and nothing is quick.")
    private boolean keep;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where both run; emptied first. Default: .backbone/bench beside the backbone command.")
    private @Nullable Path data;

    /** @throws ParameterException if they do not go together. */
    RunSettings settings(CommandLine command) {
        RunSettings settings = new RunSettings(
                only == null ? EnumSet.allOf(Side.class) : EnumSet.of(only),
                stages == null
                        ? (quick ? EnumSet.complementOf(EnumSet.of(Stage.SWEEP)) : EnumSet.allOf(Stage.class))
                        : stages,
                hotSku,
                orElse(warmUp, 200_000, 20_000),
                orElse(orders, 20_000, 8_000),
                orElse(orders, 20_000, 8_000) / 4,
                orElse(repetitions, 3, 2),
                rate,
                orElse(seconds, 20, 10),
                SWEEP_PERCENTS,
                statements);
        require(command, settings.warmUp() >= 1, "--warm-up must be 1 or more");
        require(command, settings.orders() >= 100, "--orders must be 100 or more");
        require(command, settings.repetitions() >= 1, "--repetitions must be 1 or more");
        require(command, settings.ratePerSecond() > 0, "--rate must be more than 0");
        require(command, settings.seconds() >= 1, "--seconds must be 1 or more");
        require(command, partitions >= 1, "--partitions must be 1 or more");
        require(command, threads >= 1 && threads <= partitions, "--threads must be 1 to the number of partitions");
        require(command, pools >= 1 && pools <= StockPools.MOST_POOLS, "--pools must be 1 to " + StockPools.MOST_POOLS);
        require(command, window >= 1 && senders >= 1, "--window and --senders must be 1 or more");
        return settings;
    }

    StackSettings stackSettings() {
        return new StackSettings(partitions, threads, pools, mail, flushIntake, senders, window, statements, false);
    }

    boolean isJson() {
        return json;
    }

    boolean isKept() {
        return keep || (only == null && !quick);
    }

    /** How ours was started. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("partitions", Integer.toString(partitions));
        facts.put("threads", Integer.toString(threads));
        facts.put("stock pools per location", Integer.toString(pools));
        facts.put("senders", Integer.toString(senders));
        facts.put("window", Integer.toString(window));
        facts.put("mail", mail ? "sent" : "not sent");
        facts.put(
                "intake on disk before it is answered",
                flushIntake ? "yes" : "no: it survives kill -9, not a power cut");
        facts.put("PostgreSQL settings of both", String.join(" ", DatabaseSettings.of(statements)));
        return facts;
    }

    @Nullable
    Path folder() {
        return data;
    }

    private int orElse(@Nullable Integer given, int usual, int ifQuick) {
        return given == null ? (quick ? ifQuick : usual) : given;
    }

    private static void require(CommandLine command, boolean condition, String rule) {
        if (!condition) {
            throw new ParameterException(command, rule);
        }
    }
}
