package dev.orderbackbone.guards.wrong.payment;

import dev.orderbackbone.guards.wrong.inventory.ServiceThatIsRight;

public record ServiceThatUsesAnother(ServiceThatIsRight other) {}
