package dev.orderbackbone.guards.wrong.projection.operations;

public record OperationsThatAreRight(String answer) {}
