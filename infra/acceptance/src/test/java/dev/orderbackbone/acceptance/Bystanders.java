package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.testkit.Await;
import java.util.ArrayList;
import java.util.List;

/** Orders of people who have nothing to do with what happens around them. */
final class Bystanders {
    private static final int EACH_TIME = 4;

    private final RunningStack stack;
    private final Shop shop;
    private final String name;
    private final List<String> orders = new ArrayList<>();

    /** Nobody yet; {@code name} tells those of one test from those of another. */
    Bystanders(RunningStack stack, Shop shop, String name) {
        this.stack = stack;
        this.shop = shop;
        this.name = name;
    }

    /** Some more come, by both ways. */
    void order() throws InterruptedException {
        for (int i = 0; i < EACH_TIME; i++) {
            NewOrder order = shop.order(name + "-" + orders.size(), shop.line(1, Shop.PLENTY, 1));
            Channel.inTurn(i).of(stack).submit(order);
            orders.add(order.orderId());
        }
    }

    /** Returns when all of them have got their goods. */
    void awaitGoods() {
        Await.until(() -> {
            for (String order : orders) {
                assertThat(stack.mart().outcomeOf(order))
                        .singleElement()
                        .satisfies(outcome -> assertThat(outcome.status()).isEqualTo("COMPLETED"));
            }
        });
    }
}
