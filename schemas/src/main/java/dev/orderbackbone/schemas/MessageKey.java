package dev.orderbackbone.schemas;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockEvent;
import dev.orderbackbone.contract.inventory.StockLevel;
import dev.orderbackbone.contract.inventory.StockReceived;
import dev.orderbackbone.contract.operation.OperationEvent;

/** The record key of a message: the order id; for stock the pool, or pool and SKU; for an operator's doing the operation id. */
public final class MessageKey {
    private static final char POOL_SKU_SEPARATOR = '/';

    private MessageKey() {}

    /** The key that a message travels under. */
    public static String of(Message message) {
        return switch (message) {
            case InventoryCommand command -> poolOf(command);
            case StockEvent event -> poolAndSkuOf(event);
            case StockLevel level -> poolAndSku(level.pool(), level.sku());
            case OperationEvent operation -> operation.operationId();
            case Message orderMessage -> orderMessage.meta().orderId();
        };
    }

    private static String poolOf(InventoryCommand command) {
        return switch (command) {
            case ReserveStock reserve -> reserve.pool();
            case ReleaseReservation release -> release.pool();
            case ConsumeReservation consume -> consume.pool();
            case ReturnStock returned -> returned.pool();
            case ReceiveStock receive -> receive.pool();
            case AdjustStock adjust -> adjust.pool();
        };
    }

    private static String poolAndSkuOf(StockEvent event) {
        return switch (event) {
            case StockReceived received -> poolAndSku(received.pool(), received.sku());
            case StockAdjusted adjusted -> poolAndSku(adjusted.pool(), adjusted.sku());
        };
    }

    private static String poolAndSku(String pool, String sku) {
        return pool + POOL_SKU_SEPARATOR + sku;
    }
}
