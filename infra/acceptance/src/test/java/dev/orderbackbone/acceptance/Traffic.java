package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.testkit.Await;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Orders that keep coming: every second one over HTTP, the others straight to the log; one in twenty of goods that are out of stock, one in ten
 * cancelled at once. Whoever is not answered asks again under the same key.
 */
final class Traffic implements AutoCloseable {
    /** Customers who wait for an answer; while all of them wait, no order comes. */
    private static final int MOST_WAITING = 64;

    private static final int SHORT_ONE_IN = 20;
    private static final int CANCELLED_ONE_IN = 10;

    private final RunningStack stack;
    private final Shop shop;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private int number;

    private Traffic(RunningStack stack, Shop shop) {
        this.stack = stack;
        this.shop = shop;
    }

    static Traffic begin(RunningStack stack, Shop shop, Duration between) {
        Traffic traffic = new Traffic(stack, shop);
        var _ = traffic.clock.scheduleAtFixedRate(traffic::nextCustomer, 0, between.toMillis(), TimeUnit.MILLISECONDS);
        return traffic;
    }

    /** Returns when so many more orders were accepted. */
    void awaitMore(int orders) {
        int before = accepted.size();
        Await.until(() -> {
            assertThat(failures).isEmpty();
            assertThat(accepted).hasSizeGreaterThanOrEqualTo(before + orders);
        });
    }

    /** Ids of all accepted orders; no more are sent, and every customer has his answer. */
    Set<String> end() {
        close();
        assertThat(failures).isEmpty();
        return Set.copyOf(accepted);
    }

    @Override
    public void close() {
        clock.close();
        customers.close();
    }

    private void nextCustomer() {
        if (places.tryAcquire()) {
            int customer = number++;
            customers.execute(() -> {
                try {
                    order(customer);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException | AssertionError failure) {
                    failures.add(failure);
                } finally {
                    places.release();
                }
            });
        }
    }

    private void order(int customer) throws InterruptedException {
        Storefront storefront = Channel.inTurn(customer).of(stack);
        String sku = customer % SHORT_ONE_IN == SHORT_ONE_IN / 2 ? Shop.SCARCE : Shop.PLENTY;
        NewOrder order = shop.paidBy("card_visa", "traffic-" + customer, shop.line(1, sku, 2));
        storefront.submit(order);
        accepted.add(order.orderId());
        if (customer % CANCELLED_ONE_IN == 1) {
            storefront.cancel(order.orderId(), new Cancellation("c-1", "changed my mind", "customer"));
        }
    }
}
