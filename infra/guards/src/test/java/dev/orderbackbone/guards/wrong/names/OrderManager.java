package dev.orderbackbone.guards.wrong.names;

public record OrderManager(int orders) {}
