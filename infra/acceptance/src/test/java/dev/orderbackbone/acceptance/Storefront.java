package dev.orderbackbone.acceptance;

import dev.orderbackbone.orderevents.client.Cancellation;
import dev.orderbackbone.orderevents.client.NewOrder;
import dev.orderbackbone.orderevents.client.Return;
import dev.orderbackbone.orderevents.client.Shipment;

/** What a storefront, and the warehouse behind it, can say. Each call returns when the backbone has taken it in, and fails when it does not. */
interface Storefront {
    void submit(NewOrder order) throws InterruptedException;

    void cancel(String orderId, Cancellation cancellation) throws InterruptedException;

    void ship(String orderId, Shipment shipment) throws InterruptedException;

    void takeBack(String orderId, Return goods) throws InterruptedException;
}
