package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.TopicNumbers;
import dev.orderbackbone.schemas.Topics;
import java.util.Arrays;
import java.util.Set;

/** Which records have been projected, as one desk sees them. */
final class Projected {
    private static final long NOT_LOOKED_UP = -1;

    private final Positions positions;
    private final ParkedIndex parked;
    private final long[][] nextOffsets = new long[TopicNumbers.COUNT][0];
    private final Set<Place> behind;

    /**
     * None seen yet.
     *
     * @param behind takes from where on a partition is not projected; several desks may use it at a time.
     */
    Projected(Positions positions, ParkedIndex parked, Set<Place> behind) {
        this.positions = positions;
        this.parked = parked;
        this.behind = behind;
    }

    boolean has(LogRecord record) {
        long next = nextOffsetOf(record);
        if (record.offset() >= next) {
            behind.add(new Place(record.topic().name(), record.partition(), next));
            return false;
        }
        return parked.isEmpty() || !parked.isParkedBy(Topics.INVENTORY, record);
    }

    private long nextOffsetOf(LogRecord record) {
        int topic = record.topicNumber();
        int partition = record.partition();
        if (partition >= nextOffsets[topic].length) {
            int known = nextOffsets[topic].length;
            nextOffsets[topic] = Arrays.copyOf(nextOffsets[topic], partition + 1);
            Arrays.fill(nextOffsets[topic], known, partition + 1, NOT_LOOKED_UP);
        }
        if (nextOffsets[topic][partition] == NOT_LOOKED_UP) {
            nextOffsets[topic][partition] = positions.dealtWithUpTo(ReadModel.CONSUMER, record.topic(), partition);
        }
        return nextOffsets[topic][partition];
    }
}
