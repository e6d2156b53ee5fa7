package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Message;

/** What a stock pool did for an order (topic inventory.events). */
public sealed interface InventoryEvent extends Message
        permits StockReserved, StockRefused, ReservationReleased, ReservationConsumed, StockReturned {}
