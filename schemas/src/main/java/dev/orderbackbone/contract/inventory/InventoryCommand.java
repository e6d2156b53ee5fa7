package dev.orderbackbone.contract.inventory;

import dev.orderbackbone.contract.Message;

/** What a stock pool is told to do (topic inventory.commands). */
public sealed interface InventoryCommand extends Message
        permits ReserveStock, ReleaseReservation, ConsumeReservation, ReturnStock, ReceiveStock, AdjustStock {}
