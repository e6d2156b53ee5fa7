package dev.orderbackbone.guards.wrong.payment.domain;

final class DomainThatPrints {
    void decide() {
        System.out.println("decided");
    }
}
