package dev.orderbackbone.guards.wrong.payment.domain;

import java.util.UUID;
import java.util.function.Supplier;

final class DomainThatMakesIds {
    Supplier<UUID> decide() {
        return UUID::randomUUID;
    }
}
