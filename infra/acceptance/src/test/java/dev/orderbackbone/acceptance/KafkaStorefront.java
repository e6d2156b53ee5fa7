package dev.orderbackbone.acceptance;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Return;
import dev.orderbackbone.orderevents.client.Shipment;
import java.util.concurrent.CompletionStage;

/** Straight to the log. */
record KafkaStorefront(RunningStack stack) implements Storefront {
    @Override
    public void submit(NewOrder order) {
        await(stack.kafka().submit(order));
        stack.accepted().add(order.orderId());
    }

    @Override
    public void cancel(String orderId, Cancellation cancellation) {
        await(stack.kafka().cancel(orderId, cancellation));
    }

    @Override
    public void ship(String orderId, Shipment shipment) {
        await(stack.kafka().ship(orderId, shipment));
    }

    @Override
    public void takeBack(String orderId, Return goods) {
        await(stack.kafka().takeBack(orderId, goods));
    }

    private static void await(CompletionStage<String> acknowledged) {
        String _ = acknowledged.toCompletableFuture().join();
    }
}
