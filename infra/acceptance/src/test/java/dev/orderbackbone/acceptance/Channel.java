package dev.orderbackbone.acceptance;

import dev.orderbackbone.acceptance.stack.RunningStack;

/** The two ways into the backbone. */
enum Channel {
    HTTP {
        @Override
        Storefront of(RunningStack stack) {
            return new HttpStorefront(stack);
        }
    },
    KAFKA {
        @Override
        Storefront of(RunningStack stack) {
            return new KafkaStorefront(stack);
        }
    };

    /** One after the other: even numbers HTTP, odd ones Kafka. */
    static Channel inTurn(int number) {
        return number % 2 == 0 ? HTTP : KAFKA;
    }

    abstract Storefront of(RunningStack stack);
}
