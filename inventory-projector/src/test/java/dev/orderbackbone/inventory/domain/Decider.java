package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import java.time.Instant;

/** The stock decider, or a broken one. */
interface Decider {
    Decision<PoolView> decide(PoolView view, InventoryCommand command, Instant now);
}
