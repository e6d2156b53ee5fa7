package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.orderevents.client.Answer;
import dev.orderbackbone.orderevents.client.Answer.Accepted;
import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Return;
import dev.orderbackbone.orderevents.client.Shipment;

/** By the HTTP API. */
record HttpStorefront(RunningStack stack) implements Storefront {
    @Override
    public void submit(NewOrder order) throws InterruptedException {
        requireAccepted(order.orderId(), stack.http().submit(order));
        stack.accepted().add(order.orderId());
    }

    @Override
    public void cancel(String orderId, Cancellation cancellation) throws InterruptedException {
        requireAccepted(orderId, stack.http().cancel(orderId, cancellation));
    }

    @Override
    public void ship(String orderId, Shipment shipment) throws InterruptedException {
        requireAccepted(orderId, stack.http().ship(orderId, shipment));
    }

    @Override
    public void takeBack(String orderId, Return goods) throws InterruptedException {
        requireAccepted(orderId, stack.http().takeBack(orderId, goods));
    }

    private static void requireAccepted(String orderId, Answer answer) {
        assertThat(answer).isEqualTo(new Accepted(orderId));
    }
}
