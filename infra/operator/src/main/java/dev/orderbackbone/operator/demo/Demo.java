package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.order.IntakeRefused;
import dev.orderbackbone.contract.order.OrderEvent;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.operator.verify.Report;
import dev.orderbackbone.operator.verify.ReportText;
import dev.orderbackbone.orderevents.client.OrdersHttpClient;
import dev.orderbackbone.orderevents.client.OrdersHttpSettings;
import dev.orderbackbone.orderevents.client.OrdersKafkaPublisher;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run, on an installation that is up. */
final class Demo {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int MOST_PROBLEMS = 10;

    private final DemoSettings settings;
    private final List<Input> inputs;
    private final Endpoints endpoints;
    private final SchemaRegistryClient registry;
    private final ProgressBar bar;
    private final Accounts accounts;
    private final List<String> problems = new ArrayList<>();

    Demo(
            DemoSettings settings,
            List<Input> inputs,
            Endpoints endpoints,
            SchemaRegistryClient registry,
            ProgressBar bar) {
        this.settings = settings;
        this.inputs = inputs;
        this.endpoints = endpoints;
        this.registry = registry;
        this.bar = bar;
        this.accounts = new Accounts(inputs);
    }

    /** Sends everything, waits until all is quiet, and says what it came to. */
    Outcome run() throws InterruptedException, IOException, SQLException {
        long startNanos = System.nanoTime();
        int byHttp = stream();
        bar.say("waiting for quiet");
        Audit audit = new Audit(endpoints, registry);
        audit.awaitQuiet(settings.patience()).ifPresent(problems::add);
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        MartFigures figures = MartFigures.read(endpoints, settings.run());
        Report report = audit.report(
                (what, records) -> bar.say("verifying: " + what + ", " + Words.count(records) + " records"));
        return new Outcome(
                settings,
                accounts.total(),
                byHttp,
                figures,
                took,
                problemsWith(report),
                report.violations(),
                ReportText.of(report));
    }

    private List<String> problemsWith(Report report) {
        List<String> all = new ArrayList<>(problems);
        if (report.isIncomplete()) {
            all.add("not every invariant could be checked: evidence is missing");
        }
        return List.copyOf(all);
    }

    /** Returns how many orders went over HTTP. */
    private int stream() throws InterruptedException, IOException {
        try (AcceptedOrders acceptedOrders = AcceptedOrders.open(endpoints.accepted(), settings.run());
                OrdersHttpClient http = new OrdersHttpClient(OrdersHttpSettings.of(URI.create(endpoints.orders())));
                OrdersKafkaPublisher kafka = OrdersKafkaPublisher.connect(endpoints.kafkaProperties(), registry);
                Sending sending = new Sending(settings, accounts, http, kafka, acceptedOrders);
                LogFollower follower = LogFollower.start(
                        endpoints.kafkaProperties(),
                        MessageDeserializer.create(registry),
                        settings.isRepeated(),
                        message -> see(message, sending))) {
            bar.say("loading stock");
            sending.load(OpeningStock.of(inputs, settings));
            sendAndAwaitOutcomes(sending, follower);
            return sending.byHttp();
        }
    }

    private void sendAndAwaitOutcomes(Sending sending, LogFollower follower) throws InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("sending").factory())) {
            Future<Boolean> sent = thread.submit(() -> {
                sending.send(inputs);
                return true;
            });
            boolean isStalled = awaitOutcomes(sent, sending, follower);
            if (isStalled) {
                problems.add("nothing happened for " + settings.patience().toSeconds() + " s; " + accounts.pending()
                        + " inputs have no outcome");
                sent.cancel(true);
            } else {
                resultOf(sent);
            }
        }
        sending.failures().stream().limit(MOST_PROBLEMS).forEach(failure -> problems.add(failure.toString()));
    }

    /** Returns whether nothing happened for too long. */
    private boolean awaitOutcomes(Future<Boolean> sent, Sending sending, LogFollower follower)
            throws InterruptedException {
        long changes = -1;
        long lastChangeNanos = System.nanoTime();
        while (true) {
            follower.check();
            long pending = accounts.pending();
            long now = System.nanoTime();
            bar.show(
                    new ProgressBar.State(
                            inputs.size(), sending.sent(), inputs.size() - pending, accounts.closedOrders()),
                    now);
            if (sent.isDone() && pending == 0) {
                return false;
            }
            if (accounts.changes() != changes) {
                changes = accounts.changes();
                lastChangeNanos = now;
            } else if (now - lastChangeNanos > settings.patience().toNanos()) {
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void see(Message message, Sending sending) {
        switch (message) {
            case OrderEvent event -> sending.sendReturns(accounts.see(event));
            case IntakeRefused refused -> accounts.see(refused);
            case StockAdjusted adjusted -> {
                String prefix = settings.run() + "-";
                if (adjusted.adjustmentId().startsWith(prefix)) {
                    accounts.adjusted(adjusted.adjustmentId().substring(prefix.length()));
                }
            }
            default -> {}
        }
    }

    private static void resultOf(Future<Boolean> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CommandFailure("sending failed: " + failure.getCause(), failure);
        }
    }
}
