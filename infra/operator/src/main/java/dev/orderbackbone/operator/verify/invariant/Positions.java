package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.Standing;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each consumer stands, by consumer, topic and partition. */
final class Positions {
    private final Map<Where, ConsumerPosition> positions = new HashMap<>();

    Positions(Standing standing) {
        standing.consumers()
                .forEach(position -> positions.put(
                        new Where(position.consumer(), position.topic(), position.partition()), position));
    }

    private record Where(String consumer, String topic, int partition) {}

    /** Null where the consumer has never stood there. */
    @Nullable
    ConsumerPosition of(String consumer, Topic topic, int partition) {
        return positions.get(new Where(consumer, topic.name(), partition));
    }

    /** Records below it have certainly been dealt with. */
    long dealtWithUpTo(String consumer, Topic topic, int partition) {
        ConsumerPosition position = of(consumer, topic, partition);
        return position == null ? 0 : position.before();
    }

    /** Whether the service has read the record of its redrive topic that stands there. */
    boolean redriveHasBeenRead(Place place) {
        Topic topic = Topics.named(place.source());
        return place.offset() < dealtWithUpTo(Topics.serviceOf(topic), topic, place.partition());
    }

    List<ConsumerPosition> all() {
        return List.copyOf(positions.values());
    }
}
