package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Message;

/**
 * What has become of an order (topic orders.events). The sequence of these events is the order's public history.
 */
public sealed interface OrderEvent extends Message
        permits OrderPlaced,
                OrderConfirmed,
                OrderRejected,
                OrderHeld,
                OrderReleased,
                OrderCancelling,
                OrderCancelled,
                OrderExpired,
                OrderShipped,
                OrderCompleted,
                OrderReturned {}
