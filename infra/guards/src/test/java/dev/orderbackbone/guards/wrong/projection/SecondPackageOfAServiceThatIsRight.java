package dev.orderbackbone.guards.wrong.projection;

import dev.orderbackbone.guards.wrong.inventory.ServiceThatIsRight;

public record SecondPackageOfAServiceThatIsRight(ServiceThatIsRight first) {}
