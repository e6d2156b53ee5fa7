package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.Mart.Outcome;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.acceptance.stack.Switch.Changed;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.FoundOrder;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Return;
import dev.orderbackbone.orderevents.client.Shipment;
import dev.orderbackbone.testkit.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders from submission to outcome, by both ways in: what the customer is told, what the HTTP API answers, what analysts see, what the auditor says. */
@ExtendWith(SharedStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(Orders.UNDISTURBED)
class OrdersEndToEndTest {
    private static final Shop SHOP = new Shop("end-to-end");
    private static final long TOTAL_MINOR = 2 * Shop.PRICE_MINOR;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningStack stack;

    OrdersEndToEndTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.stock(stack, Shop.PLENTY, 1_000);
        SHOP.stock(stack, Shop.SCARCE, 1);
    }

    @ParameterizedTest
    @EnumSource
    void shipsAndChargesWhatIsInStock(Channel channel) throws Exception {
        NewOrder order = SHOP.order("ships-" + channel, SHOP.line(1, Shop.PLENTY, 1), SHOP.line(2, Shop.PLENTY, 1));

        channel.of(stack).submit(order);

        awaitOutcome(order, new Outcome("COMPLETED", "SHIPPED", TOTAL_MINOR, 0, 0));
        awaitMilestonesOfParcels(order, "confirmed", "shipped");
        assertThat(stack.mart().linesOf(order.orderId())).containsExactly(Shop.PLENTY + " 1", Shop.PLENTY + " 1");
    }

    @ParameterizedTest
    @EnumSource
    void capturesEachParcelAsItLeaves(Channel channel) throws Exception {
        NewOrder order = twoUnits("parcels-" + channel);
        Storefront storefront = channel.of(stack);
        try (Changed _ = closedWarehouse()) {
            storefront.submit(order);
            awaitStatus(order, "CONFIRMED");
            storefront.ship(order.orderId(), parcel("first", 1));
            awaitOutcome(order, new Outcome("PROCESSING", "PARTLY_SHIPPED", Shop.PRICE_MINOR, 0, 0));
            storefront.ship(order.orderId(), parcel("second", 1));
            awaitOutcome(order, new Outcome("COMPLETED", "SHIPPED", TOTAL_MINOR, 0, 0));
        }
        awaitMilestones(order, "confirmed", "shipped", "shipped");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsWhatIsOutOfStock(Channel channel) throws Exception {
        NewOrder order = SHOP.order("short-" + channel, SHOP.line(1, Shop.PLENTY, 1), SHOP.line(2, Shop.SCARCE, 2));

        channel.of(stack).submit(order);

        awaitOutcome(order, new Outcome("REJECTED", "NOT_SHIPPED", 0, 0, 0));
        awaitMilestones(order, "rejected");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsWhatTheGatewayDeclines(Channel channel) throws Exception {
        NewOrder order = SHOP.paidBy("tok_declined", "declined-" + channel, SHOP.line(1, Shop.PLENTY, 2));

        channel.of(stack).submit(order);

        awaitOutcome(order, new Outcome("REJECTED", "NOT_SHIPPED", 0, 0, 0));
        awaitMilestones(order, "rejected");
    }

    @ParameterizedTest
    @EnumSource
    void givesEverythingBackWhenAnOrderIsCancelled(Channel channel) throws Exception {
        NewOrder order = twoUnits("cancelled-" + channel);
        Storefront storefront = channel.of(stack);
        try (Changed _ = closedWarehouse()) {
            storefront.submit(order);
            awaitStatus(order, "CONFIRMED");
            storefront.cancel(order.orderId(), new Cancellation("c-1", "changed my mind", "customer"));
            awaitOutcome(order, new Outcome("CANCELLED", "NOT_SHIPPED", 0, TOTAL_MINOR, 0));
        }
        awaitMilestones(order, "confirmed", "cancelled");
    }

    @ParameterizedTest
    @EnumSource
    void refundsWhatComesBack(Channel channel) throws Exception {
        NewOrder order = twoUnits("returned-" + channel);
        Storefront storefront = channel.of(stack);

        storefront.submit(order);
        awaitStatus(order, "COMPLETED");
        storefront.takeBack(order.orderId(), new Return("r-1", List.of(new ReturnedLine(1, 1, true)), "too small"));

        awaitOutcome(order, new Outcome("COMPLETED", "PARTLY_RETURNED", TOTAL_MINOR, 0, Shop.PRICE_MINOR));
        awaitMilestones(order, "confirmed", "refunded", "shipped");
    }

    @ParameterizedTest
    @EnumSource
    void findsOutWhatTheGatewayDidWithoutSayingSo(Channel channel) throws Exception {
        NewOrder order =
                SHOP.paidBy("tok_error_500_after_charge_then_ok", "unsaid-" + channel, SHOP.line(1, Shop.PLENTY, 2));

        channel.of(stack).submit(order);

        awaitOutcome(order, new Outcome("COMPLETED", "SHIPPED", TOTAL_MINOR, 0, 0));
        awaitMilestones(order, "confirmed", "shipped");
        assertThat(stack.http().find(order.orderId()).orElseThrow().json()).contains("OrderHeld", "OrderReleased");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void endsWithNothingThatTheAuditorFindsWrong() throws Exception {
        stack.audit().awaitQuiet(PATIENCE);

        Audit.assertClean(stack.audit().report(true));
    }

    private Changed closedWarehouse() {
        return stack.warehouse().to("{\"shipping\":false}", "{\"shipping\":true}");
    }

    private static NewOrder twoUnits(String key) {
        return SHOP.order(key, SHOP.line(1, Shop.PLENTY, 2));
    }

    private static Shipment parcel(String id, int units) {
        return new Shipment(id, List.of(new ShippedLine(1, units)), null, null);
    }

    private void awaitStatus(NewOrder order, String status) {
        Await.until(() -> assertThat(stack.http().find(order.orderId()))
                .map(FoundOrder::status)
                .contains(status));
    }

    /** In the views and over HTTP. */
    private void awaitOutcome(NewOrder order, Outcome outcome) throws InterruptedException {
        Await.until(() -> assertThat(stack.mart().outcomeOf(order.orderId())).containsExactly(outcome));
        FoundOrder found = stack.http().find(order.orderId()).orElseThrow();
        assertThat(found.status()).isEqualTo(outcome.status());
        assertThat(found.json().replace(" ", ""))
                .contains("\"fulfilmentStatus\":\"" + outcome.fulfilment() + "\"", "\"sequence\":" + found.sequence());
    }

    private void awaitMilestones(NewOrder order, String... milestones) {
        Await.until(
                () -> assertThat(stack.mailbox().milestonesOf(order.orderId())).containsExactlyInAnyOrder(milestones));
    }

    /** The warehouse packs an order of two lines in one parcel or in two; mails that are sent at the same time come in any order. */
    private void awaitMilestonesOfParcels(NewOrder order, String... milestones) {
        Await.until(() -> assertThat(stack.mailbox().milestonesOf(order.orderId()))
                .hasSizeBetween(2, 3)
                .contains(milestones));
    }
}
