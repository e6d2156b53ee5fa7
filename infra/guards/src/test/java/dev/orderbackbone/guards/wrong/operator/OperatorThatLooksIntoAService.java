package dev.orderbackbone.guards.wrong.operator;

import dev.orderbackbone.guards.wrong.inventory.ServiceThatIsRight;

public record OperatorThatLooksIntoAService(ServiceThatIsRight service) {}
