package dev.orderbackbone.guards.wrong.operator;

import dev.orderbackbone.guards.wrong.orderevents.client.ClientThatIsRight;

public record OperatorThatIsRight(ClientThatIsRight client) {}
