package dev.orderbackbone.guards.wrong.microbenchmarks;

import dev.orderbackbone.guards.wrong.inventory.ServiceThatIsRight;

public record MicroBenchmarkThatIsRight(ServiceThatIsRight service) {}
