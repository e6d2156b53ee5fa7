package dev.orderbackbone.orderevents.config;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What can be chosen about orders.
 *
 * @param confirmWithin an order that is not confirmed this long after it was placed expires ({@code ORDERS_CONFIRM_WITHIN}).
 * @param releaseGrace an order that is released from a hold after its deadline gets this long ({@code ORDERS_RELEASE_GRACE}).
 * @param poolsPerLocation into how many stock pools a location is split, 1 to 1,000; not to be changed while stock is held
 *     ({@code ORDERS_POOLS_PER_LOCATION}).
 * @param acknowledgeWithin how long the log may take to acknowledge before a client is told to come back, 100 ms or more
 *     ({@code ORDERS_ACKNOWLEDGE_WITHIN}).
 */
@ConfigurationProperties("orders")
record OrderEventsSettings(
        @Bindable(defaultValue = "30m") Duration confirmWithin,
        @Bindable(defaultValue = "1m") Duration releaseGrace,
        @Bindable(defaultValue = "1") int poolsPerLocation,
        @Bindable(defaultValue = "5s") Duration acknowledgeWithin) {
    private static final int SHORTEST_ACKNOWLEDGE_MS = 100;

    OrderEventsSettings {
        var _ = new SagaSettings(confirmWithin, releaseGrace, new StockPools(poolsPerLocation));
        if (acknowledgeWithin.toMillis() < SHORTEST_ACKNOWLEDGE_MS) {
            throw new IllegalArgumentException(
                    "orders.acknowledge-within must be 100 ms or more, but is " + acknowledgeWithin);
        }
    }

    SagaSettings saga() {
        return new SagaSettings(confirmWithin, releaseGrace, pools());
    }

    StockPools pools() {
        return new StockPools(poolsPerLocation);
    }
}
