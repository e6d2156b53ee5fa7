package dev.orderbackbone.guards.wrong.orderevents.client;

public record ClientThatIsRight(String answer) {}
