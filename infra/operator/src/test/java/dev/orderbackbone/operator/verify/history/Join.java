package dev.orderbackbone.operator.verify.history;

import java.util.UUID;
import java.util.function.Consumer;

/** Goes on when several things are done, with the last of them as the cause. */
final class Join {
    private final Consumer<UUID> then;
    private int open;

    Join(int count, Consumer<UUID> then) {
        this.open = count;
        this.then = then;
    }

    void done(UUID cause) {
        if (--open == 0) {
            then.accept(cause);
        }
    }
}
