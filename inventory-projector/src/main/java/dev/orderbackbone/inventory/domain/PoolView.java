package dev.orderbackbone.inventory.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stock pool that one command concerns; as a decision's state, the part of it to store.
 *
 * @param pool the pool.
 * @param sequence number of the pool's last event; 0 before the first.
 * @param subject the order id, or of a receipt or adjustment its {@linkplain Subjects subject}.
 * @param stock the SKUs of the command; one that the pool has never held is {@link Stock#NONE}.
 * @param reservation what the pool holds for the order; null before the first command for it, and where no order is concerned.
 * @param seen whether the receipt or adjustment was there before.
 */
public record PoolView(
        String pool,
        long sequence,
        String subject,
        Map<String, Stock> stock,
        @Nullable Reservation reservation,
        boolean seen) {

    /** Copies the map. */
    public PoolView {
        stock = Map.copyOf(stock);
    }

    Stock stockOf(String sku) {
        return stock.getOrDefault(sku, Stock.NONE);
    }
}
