package dev.orderbackbone.guards.wrong.schemas;

import dev.orderbackbone.guards.wrong.inventory.ServiceThatIsRight;

public record SchemasThatUseAService(ServiceThatIsRight service) {}
