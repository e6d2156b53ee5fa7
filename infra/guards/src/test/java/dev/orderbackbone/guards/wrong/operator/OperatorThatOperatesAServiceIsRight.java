package dev.orderbackbone.guards.wrong.operator;

import dev.orderbackbone.guards.wrong.projection.operations.OperationsThatAreRight;

public record OperatorThatOperatesAServiceIsRight(OperationsThatAreRight operations) {}
