package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import dev.orderbackbone.operator.demo.retail.RetailMapping;
import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.Answer.Refused;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.OrdersHttpClient;
import dev.orderbackbone.orderevents.client.OrdersKafkaPublisher;
import dev.orderbackbone.orderevents.client.OrdersUnavailableException;
import dev.orderbackbone.orderevents.client.Return;
import dev.orderbackbone.orderevents.client.StockAdjustment;
import dev.orderbackbone.orderevents.client.StockReceipt;
import dev.orderbackbone.simulators.faults.Dice;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings inputs to the backbone, in their order: about half of the orders over HTTP, the others straight to the log, everything else over HTTP.
 * Requests wait for their answers on virtual threads, so many at a time.
 */
final class Sending implements AutoCloseable {
    private static final double HTTP_PERCENT = 50;
    private static final int ONLY_ATTEMPT = 1;
    private static final int MOST_REQUESTS = 64;

    private final DemoSettings settings;
    private final Accounts accounts;
    private final OrdersHttpClient http;
    private final OrdersKafkaPublisher kafka;
    private final AcceptedOrders acceptedOrders;
    private final Semaphore requests;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger byHttp = new AtomicInteger();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    Sending(
            DemoSettings settings,
            Accounts accounts,
            OrdersHttpClient http,
            OrdersKafkaPublisher kafka,
            AcceptedOrders acceptedOrders) {
        this.settings = settings;
        this.accounts = accounts;
        this.http = http;
        this.kafka = kafka;
        this.acceptedOrders = acceptedOrders;
        this.requests = new Semaphore(MOST_REQUESTS);
    }

    @FunctionalInterface
    private interface Request {
        void send() throws InterruptedException;
    }

    /** Loads stock; all of it is in the log when this returns, before any order. */
    void load(List<StockReceipt> receipts) throws InterruptedException {
        for (StockReceipt receipt : receipts) {
            if (http.receive(receipt) instanceof Refused refused) {
                throw new CommandFailure("stock receipt " + receipt.receiptId() + " was refused: " + refused);
            }
        }
    }

    /** Sends all; returns when the last has been handed over, which is before it is answered. */
    void send(List<Input> inputs) throws InterruptedException {
        Pace pace = new Pace(settings.ratePerSecond(), System.nanoTime());
        for (Input input : inputs) {
            Thread.sleep(pace.delay(System.nanoTime()));
            send(input);
            sent.incrementAndGet();
        }
    }

    /** Sends what can be returned now. Never waits. */
    void sendReturns(List<Part> parts) {
        for (Part part : parts) {
            threads.execute(() -> {
                requests.acquireUninterruptibly();
                tryTo(() -> send(part));
            });
        }
    }

    /** Inputs handed over so far. */
    int sent() {
        return sent.get();
    }

    /** Orders sent over HTTP so far. */
    int byHttp() {
        return byHttp.get();
    }

    /** What went wrong with requests: nobody answered, or something unexpected. */
    List<RuntimeException> failures() {
        return List.copyOf(failures);
    }

    /** Waits for everything that is under way. */
    @Override
    public void close() {
        threads.close();
        kafka.flush();
    }

    private void send(Input input) throws InterruptedException {
        switch (input) {
            case Input.Order order -> send(order);
            case Input.Return goods -> sendReturns(accounts.returning(goods.invoice()));
            case Input.Adjustment adjustment -> inThread(() -> send(adjustment));
            case Input.Refused _ -> {}
        }
    }

    private void send(Input.Order input) throws InterruptedException {
        NewOrder order = input.order();
        accounts.awaitRoom(settings.mostOpen());
        accounts.sending(order.orderId());
        if (Dice.percent(settings.seed(), input.invoice(), ONLY_ATTEMPT, "channel") < HTTP_PERCENT) {
            byHttp.incrementAndGet();
            inThread(() -> submit(order));
        } else {
            publish(order);
        }
    }

    private void submit(NewOrder order) throws InterruptedException {
        try {
            switch (http.submit(order)) {
                case Accepted accepted -> acceptedOrders.add(accepted.orderId());
                case Refused refused -> accounts.refused(order.orderId(), ruleOf(refused));
            }
        } catch (OrdersUnavailableException nobodyAnswered) {
            accounts.lost(order.orderId());
            throw nobodyAnswered;
        }
    }

    private void publish(NewOrder order) {
        var _ = kafka.submit(order).whenComplete((orderId, failure) -> {
            if (failure != null) {
                accounts.lost(order.orderId());
                failures.add(new CommandFailure("order " + order.orderId() + ": " + failure.getMessage(), failure));
            }
        });
    }

    private void send(Part part) throws InterruptedException {
        if (http.takeBack(part.orderId(), new Return(part.returnId(), part.lines(), null)) instanceof Refused refused) {
            accounts.refusedReturn(part, ruleOf(refused));
        }
    }

    private void send(Input.Adjustment adjustment) throws InterruptedException {
        StockAdjustment request = new StockAdjustment(
                settings.run() + "-" + adjustment.invoice(),
                RetailMapping.STORE,
                RetailMapping.LOCATION,
                adjustment.reason(),
                List.of(new StockDelta(adjustment.sku(), adjustment.delta())));
        if (http.adjust(request) instanceof Refused refused) {
            accounts.refusedAdjustment(adjustment.invoice(), ruleOf(refused));
        }
    }

    /** Waits for its turn to make a request, and makes it in a thread of its own. */
    private void inThread(Request request) throws InterruptedException {
        requests.acquire();
        threads.execute(() -> tryTo(request));
    }

    private void tryTo(Request request) {
        try {
            request.send();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            failures.add(failure);
        } finally {
            requests.release();
        }
    }

    private static String ruleOf(Refused refused) {
        return refused.rule().isEmpty() ? "http-" + refused.status() : refused.rule();
    }
}
