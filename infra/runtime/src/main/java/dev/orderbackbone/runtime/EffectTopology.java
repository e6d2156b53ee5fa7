package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.InstantSource;
import java.util.List;

/**
 * What an effect worker reads, does and writes. It is plain data and needs no broker.
 *
 * @param service its name in the catalogue.
 * @param requests the message type that asks for the effect.
 * @param answers where what came of it is written.
 * @param effect what is done.
 * @param listener is told what became of each request.
 * @param clock tells which requests have passed their deadline.
 */
public record EffectTopology<Q extends Message>(
        String service,
        Class<Q> requests,
        Topic answers,
        Effect<Q> effect,
        MessageDeserializer deserializer,
        MessageSerializer serializer,
        EffectListener listener,
        InstantSource clock) {

    /** The topic of the requests. */
    public Topic source() {
        return Topics.of(requests);
    }

    /** The consumer group: not the service's own name, which belongs to its topology. */
    public String group() {
        return groupOf(service);
    }

    /** The consumer group of a service's worker. */
    public static String groupOf(String service) {
        return service + "-effects";
    }

    List<Topic> topics() {
        return List.of(source(), answers, Topics.parkedOf(service));
    }
}
