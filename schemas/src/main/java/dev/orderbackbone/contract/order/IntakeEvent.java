package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Message;

/** What storefronts, warehouses and operators tell the backbone about an order (topic orders.intake). */
public sealed interface IntakeEvent extends Message
        permits OrderSubmitted,
                CancellationRequested,
                ShipmentDispatched,
                ReturnReceived,
                HoldRequested,
                ReleaseRequested {}
