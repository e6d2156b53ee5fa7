package dev.orderbackbone.guards.wrong.runtime;

import dev.orderbackbone.guards.wrong.inventory.ServiceThatIsRight;

public record RuntimeThatUsesAService(ServiceThatIsRight service) {}
