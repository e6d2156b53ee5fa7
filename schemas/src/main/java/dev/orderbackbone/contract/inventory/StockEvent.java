package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Message;

/** What happened to stock without an order (topic stock.events). */
public sealed interface StockEvent extends Message permits StockReceived, StockAdjusted {}
