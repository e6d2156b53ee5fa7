package dev.orderbackbone.guards.wrong.payment.domain;

import java.util.Random;

final class DomainThatThrowsDice {
    private final Random dice = new Random(1);

    int decide() {
        return dice.nextInt(6);
    }
}
