package dev.orderbackbone.operator.verify.history;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import dev.orderbackbone.schemas.Topic;
import org.jspecify.annotations.Nullable;

/** Takes what happens in a world. */
public interface Sink {
    /**
     * A record is written.
     *
     * @param message null for bytes that do not decode.
     * @param fate what the service that decides on it makes of it.
     */
    void write(Topic topic, String key, @Nullable Message message, Fate fate);

    /** The gateway did something. */
    void gateway(GatewayEffect effect);

    /** The mail server took a mail. */
    void mail(SentMail mail);

    /** A client was answered 202. */
    void accepted(String orderId);

    /** A moment between two transactions. */
    void pause();

    /** What becomes of an input. */
    enum Fate {
        EFFECT,
        /** Ignored as repeated-submission. */
        REPEATED,
        PARKED
    }
}
