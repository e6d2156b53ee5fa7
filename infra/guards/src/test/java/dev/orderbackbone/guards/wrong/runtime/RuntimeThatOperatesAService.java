package dev.orderbackbone.guards.wrong.runtime;

import dev.orderbackbone.guards.wrong.projection.operations.OperationsThatAreRight;

public record RuntimeThatOperatesAService(OperationsThatAreRight operations) {}
