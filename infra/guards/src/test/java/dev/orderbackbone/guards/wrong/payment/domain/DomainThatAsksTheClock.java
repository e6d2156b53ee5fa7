package dev.orderbackbone.guards.wrong.payment.domain;

import java.time.Instant;

final class DomainThatAsksTheClock {
    Instant decide() {
        return Instant.now();
    }
}
