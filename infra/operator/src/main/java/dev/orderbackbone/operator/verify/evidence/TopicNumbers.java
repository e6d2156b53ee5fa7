package dev.orderbackbone.operator.verify.evidence;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.IdentityHashMap;

/** Numbers the catalogue's topics 0, 1, ..., so that what is kept for each can stand in arrays. */
public final class TopicNumbers {
    /** Topics in the catalogue. */
    public static final int COUNT = Topics.ALL.size();

    // By identity: the catalogue holds one instance of each, and this is asked for every record.
    private static final IdentityHashMap<Topic, Integer> NUMBERS = numbers();

    private TopicNumbers() {}

    /**
     * The number of a topic.
     *
     * @throws IllegalArgumentException if it does not stand in the catalogue.
     */
    public static int of(Topic topic) {
        Integer number = NUMBERS.get(topic);
        if (number == null) {
            throw new IllegalArgumentException(topic.name() + " does not stand in the catalogue");
        }
        return number;
    }

    /** The topic with that number. */
    public static Topic topic(int number) {
        return Topics.ALL.get(number);
    }

    private static IdentityHashMap<Topic, Integer> numbers() {
        IdentityHashMap<Topic, Integer> numbers = new IdentityHashMap<>();
        Topics.ALL.forEach(topic -> numbers.put(topic, numbers.size()));
        return numbers;
    }
}
