package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is done in the outside world for a request. Safe for use by many threads: hundreds are under way at once, each on a virtual thread
 * of its own.
 *
 * @param <Q> the requests.
 */
public interface Effect<Q extends Message> {

    /** From when on the request must not be carried out any more: whoever made it has given up waiting. */
    Instant deadlineOf(Q request);

    /**
     * Carries the request out and says what came of it, also if that is unknown. May take as long as it needs.
     *
     * @param delivery which delivery of the request this is; at a repeated one the outside world must be asked before it is told again.
     * @return the answer to write down, whose event id is new at every call; null where there is none by the deadline: the one who asked
     *     notices.
     * @throws InterruptedException when the process ends. Then there is no answer, and the request is delivered again.
     * @throws RuntimeException for a defect: there is no answer then, nor another try; the one who asked notices by the deadline.
     */
    @Nullable
    Message perform(Q request, Delivery delivery) throws InterruptedException;
}
