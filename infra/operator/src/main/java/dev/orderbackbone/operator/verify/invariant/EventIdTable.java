package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.TopicNumbers;
import dev.orderbackbone.schemas.Topic;
import java.util.Arrays;

/** The event ids of one slice with the topic of each, in some 27 bytes for each. */
final class EventIdTable {
    private final LongTable ids = new LongTable();
    private byte[] topics = new byte[1 << 10];

    /** Adds an id. Returns whether it is new; where it is not, it keeps the topic that it was met on first. */
    boolean add(long id, Topic topic) {
        int before = ids.size();
        int number = ids.add(id);
        if (number != before) {
            return false;
        }
        if (number == topics.length) {
            topics = Arrays.copyOf(topics, number * 2);
        }
        topics[number] = (byte) TopicNumbers.of(topic);
        return true;
    }

    boolean holds(long id) {
        return ids.find(id) != LongTable.ABSENT;
    }

    /** The topic of an id that it holds. */
    Topic topicOf(long id) {
        return TopicNumbers.topic(topics[ids.find(id)]);
    }

    int size() {
        return ids.size();
    }

    /** All ids but those on the topic given, sorted. */
    long[] sortedWithout(Topic topic) {
        byte without = (byte) TopicNumbers.of(topic);
        long[] sorted = new long[size()];
        int end = 0;
        for (int number = 0; number < size(); number++) {
            if (topics[number] != without) {
                sorted[end++] = ids.keyOf(number);
            }
        }
        sorted = end == sorted.length ? sorted : Arrays.copyOf(sorted, end);
        Arrays.sort(sorted);
        return sorted;
    }
}
