package dev.orderbackbone.benchmarks.run;

import dev.orderbackbone.benchmarks.contender.Contender;
import dev.orderbackbone.benchmarks.contender.Side;
import dev.orderbackbone.benchmarks.cost.MachineSpeed;
import dev.orderbackbone.benchmarks.cost.Usage;
import dev.orderbackbone.benchmarks.load.Loop;
import dev.orderbackbone.benchmarks.load.Segment;
import dev.orderbackbone.benchmarks.workload.HotSkuOrders;
import dev.orderbackbone.benchmarks.workload.MixedOrders;
import dev.orderbackbone.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One contender's turns: keeps count of the orders that were sent to it, and measures. */
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_OPEN_SENDERS = 512;
    private static final int ORDERS_TO_WAKE_UP = 1_000;

    private final Contender contender;
    private final RunSettings settings;
    private final Path folder;
    private final MachineSpeed speed;
    private final Telling telling;
    private final List<Segment> sent = new ArrayList<>();
    private int next;
    private boolean isPaused;
    private @Nullable CostSheet costs;

    Turns(Contender contender, RunSettings settings, Path folder, MachineSpeed speed, Telling telling) {
        this.contender = contender;
        this.settings = settings;
        this.folder = folder;
        this.speed = speed;
        this.telling = telling;
    }

    Contender contender() {
        return contender;
    }

    Side side() {
        return contender.side();
    }

    /** All orders so far. */
    List<Segment> sent() {
        return List.copyOf(sent);
    }

    /** Orders that were sent so far. */
    int stored() {
        return next;
    }

    /** Lets a contender that was paused, or has just been started, take part. */
    void wakeUp() throws InterruptedException {
        if (isPaused) {
            contender.resume();
            isPaused = false;
            contender.awaitQuiet();
            loop("waking up").closed(segment(mixed(), ORDERS_TO_WAKE_UP), contender.senders(), contender.window());
            contender.awaitQuiet();
        }
    }

    /** Takes no CPU any more. */
    void pause() {
        contender.pause();
        isPaused = true;
    }

    /** Orders that are not measured. */
    void warmUp(int orders) throws InterruptedException {
        loop("warming up").closed(segment(mixed(), orders), contender.senders(), contender.window());
        contender.awaitQuiet();
    }

    /** What the next closed loop of the stage MAX costs, as well. */
    Measurement closedWithCosts() throws InterruptedException {
        CostMeter meter = CostMeter.start(contender, settings.countsStatements());
        Measurement measurement = closed(Stage.MAX);
        costs = meter.stop(sent.getLast());
        return measurement;
    }

    /** What {@link #closedWithCosts} found. */
    Optional<CostSheet> costs() {
        return Optional.ofNullable(costs);
    }

    /** As fast as it goes. */
    Measurement closed(Stage stage) throws InterruptedException {
        boolean isHot = stage == Stage.HOT;
        Segment segment =
                segment(isHot ? new HotSkuOrders() : mixed(), isHot ? settings.hotOrders() : settings.orders());
        return measured(stage, 0, loop -> loop.closed(segment, contender.senders(), contender.window()));
    }

    /** So many orders a second. */
    Measurement open(Stage stage, double ratePerSecond) throws InterruptedException {
        Segment segment = segment(mixed(), (int) Math.max(1, ratePerSecond * settings.seconds()));
        return measured(stage, ratePerSecond, loop -> loop.open(segment, ratePerSecond, MOST_OPEN_SENDERS));
    }

    @FunctionalInterface
    private interface Run {
        Loop.Result with(Loop loop) throws InterruptedException;
    }

    private Measurement measured(Stage stage, double ratePerSecond, Run run) throws InterruptedException {
        double machineSpeed = speed.measure();
        Usage before = Usage.now(contender.processes(), folder);
        Loop.Result result = run.with(loop(stage.key()));
        Usage used = Usage.now(contender.processes(), folder).since(before);
        Measurement measurement = new Measurement(
                side(), stage, ratePerSecond, result.times(), used, result.failedAttempts(), machineSpeed);
        telling.say(line(measurement));
        contender.awaitQuiet();
        return measurement;
    }

    private Loop loop(String what) {
        return new Loop(contender, telling.phase(side().key() + " " + what), PATIENCE);
    }

    private Segment segment(Workload workload, int orders) {
        Segment segment = new Segment(workload, next, orders);
        sent.add(segment);
        next = segment.end();
        return segment;
    }

    private Workload mixed() {
        return settings.isHot() ? new HotSkuOrders() : new MixedOrders();
    }

    private static String line(Measurement measured) {
        return String.format(
                Locale.ROOT,
                "%-5s %-5s %,7.0f orders/s  accept p50 %.1f p99 %.1f  terminal p50 %.1f p99 %.1f  told p50 %.1f p99 %.1f ms"
                        + "  cpu %.2f s/1000 (%s)  disk %,.0f B/order  speed %.0f%s%s",
                measured.side().key(),
                measured.stage().key(),
                measured.times().rate(),
                measured.times().accept().p50(),
                measured.times().accept().p99(),
                measured.times().terminal().p50(),
                measured.times().terminal().p99(),
                measured.times().told().p50(),
                measured.times().told().p99(),
                measured.cpuSecondsPer1000(),
                shares(measured),
                measured.diskBytesPerOrder(),
                measured.machineSpeed(),
                measured.failedAttempts() > 0 ? "  " + measured.failedAttempts() + " requests made again" : "",
                measured.isNoisy()
                        ? String.format(
                                Locale.ROOT,
                                "  NOISY: others took %.2f cores",
                                measured.used().othersCores())
                        : "");
    }

    private static String shares(Measurement measured) {
        return measured.used().cpuSeconds().entrySet().stream()
                .map(Map.Entry::getKey)
                .map(name -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        name,
                        measured.used().cpuSeconds().getOrDefault(name, 0.0)
                                * 1e3
                                / measured.times().orders()))
                .collect(Collectors.joining(", "));
    }
}
