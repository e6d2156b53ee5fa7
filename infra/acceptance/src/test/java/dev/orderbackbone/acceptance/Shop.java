package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.StockReceipt;
import java.time.Instant;
import java.util.List;

/**
 * A store of one test class, with a stock location, and hence a stock pool, of its own.
 *
 * @param name of the store and of the location.
 */
record Shop(String name) {
    /** Price of one unit, minor units. */
    static final long PRICE_MINOR = 250;

    /** A SKU of which there is more than anybody orders. */
    static final String PLENTY = "PLENTY";

    /** A SKU of which there is one unit. */
    static final String SCARCE = "SCARCE";

    private static final String UNDISTURBED = "tok_ok";
    private static final Instant ORDERED_AT = Instant.parse("2026-01-01T12:00:00Z");

    /** Puts on the shelves what traffic orders. */
    void fill(RunningStack stack) throws InterruptedException {
        stock(stack, PLENTY, 100_000);
        stock(stack, SCARCE, 1);
    }

    /** Puts units of a SKU on the shelf, once however often it is called. */
    void stock(RunningStack stack, String sku, int units) throws InterruptedException {
        StockReceipt receipt = new StockReceipt(name + "-" + sku, name, name, List.of(new StockLine(sku, units)));
        assertThat(stack.http().receive(receipt)).isInstanceOf(Accepted.class);
    }

    /** An order that the gateway treats well. */
    NewOrder order(String key, OrderLine... lines) {
        return paidBy(UNDISTURBED, key, lines);
    }

    /** An order that is paid by a token, some of which the gateway has a script for. */
    NewOrder paidBy(String paymentMethod, String key, OrderLine... lines) {
        return new NewOrder(
                name,
                key,
                "customer-of-" + key,
                new Contact("Ann", key + "@example.com"),
                "GB",
                "GBP",
                List.of(lines),
                List.of(),
                paymentMethod,
                ORDERED_AT);
    }

    OrderLine line(int number, String sku, int quantity) {
        return new OrderLine(number, sku, null, quantity, PRICE_MINOR, name);
    }
}
