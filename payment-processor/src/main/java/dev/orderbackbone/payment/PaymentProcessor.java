package dev.orderbackbone.payment;

import io.micronaut.runtime.Micronaut;

/** Starts the service. */
public final class PaymentProcessor {
    private PaymentProcessor() {}

    public static void main(String[] arguments) {
        Micronaut.run(PaymentProcessor.class, arguments);
    }
}
