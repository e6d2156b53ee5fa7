package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topic.Retention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of one partition as one consumer should have dealt with them. */
final class InputCount {
    private static final TallyRow NOTHING = new TallyRow(0, 0, Map.of());

    private final Consumer consumer;
    private final Topic topic;
    private final int partition;
    private final ConsumerPosition position;
    private final Map<Place, List<ParkedRecord>> parked;
    private final Set<Place> matched;
    private long all;
    private long below;
    private long atMostBelow;
    private long parkedBelow;
    private long parkedAtMostBelow;
    private long firstLeft = Place.NONE;

    /**
     * Nothing counted yet.
     *
     * @param parked what the consumer's service has parked, by origin.
     * @param matched takes the origins that are found.
     */
    InputCount(
            Consumer consumer,
            Topic topic,
            int partition,
            @Nullable ConsumerPosition position,
            Map<Place, List<ParkedRecord>> parked,
            Set<Place> matched) {
        this.consumer = consumer;
        this.topic = topic;
        this.partition = partition;
        this.position = position == null
                ? new ConsumerPosition(consumer.name(), topic.name(), partition, 0, 0, null)
                : position;
        this.parked = parked;
        this.matched = matched;
    }

    void see(LogRecord record, Findings findings) {
        all++;
        boolean isParked = isComplete() && !parked.isEmpty() && isParked(record, findings);
        if (record.offset() < position.before()) {
            below++;
            parkedBelow += isParked ? 1 : 0;
        } else if (firstLeft == Place.NONE) {
            firstLeft = record.offset();
        }
        if (record.offset() < position.after()) {
            atMostBelow++;
            parkedAtMostBelow += isParked ? 1 : 0;
        }
    }

    void conclude(Findings findings, Expectation expectation) {
        if (!consumer.counts()) {
            return;
        }
        findings.checked("inputs", below);
        if (isComplete()) {
            judgeTally(findings);
        }
        if (expectation.isQuiet() && below < all) {
            violated(
                    findings,
                    firstLeft,
                    "everything dealt with, as everything is quiet",
                    all - below + " records from offset " + firstLeft + " on are not");
        }
    }

    /** Of a compacted topic some of what was counted is gone, and after a restore what is left stands at other offsets. */
    private boolean isComplete() {
        return topic.retention() == Retention.FOREVER;
    }

    private void judgeTally(Findings findings) {
        TallyRow counted = position.tally();
        TallyRow tally = counted == null ? NOTHING : counted;
        if (tally.total() < below || tally.total() > atMostBelow) {
            violated(
                    findings,
                    position.before(),
                    range(below, atMostBelow) + " records counted, as so many stand below the position",
                    tally.total() + ": " + tally.effects() + " with an effect, " + tally.parked() + " parked, ignored "
                            + tally.ignored());
        }
        if (tally.parked() < parkedBelow || tally.parked() > parkedAtMostBelow) {
            violated(
                    findings,
                    position.before(),
                    range(parkedBelow, parkedAtMostBelow)
                            + " records counted as parked, as so many are on the parked topic",
                    Long.toString(tally.parked()));
        }
    }

    private boolean isParked(LogRecord record, Findings findings) {
        Place origin = record.place();
        List<ParkedRecord> copies = parked.getOrDefault(origin, List.of());
        if (copies.isEmpty()) {
            return false;
        }
        matched.add(origin);
        long hash = ContentHash.of(record.key(), record.value());
        for (ParkedRecord copy : copies) {
            if (!copy.leftAtOrigin() && copy.contentHash() != hash) {
                findings.violated(
                        copy::key,
                        List.of(origin, copy.place()),
                        "the parked record with the key and bytes that it came with",
                        "other ones");
            }
        }
        if (copies.size() > 1) {
            judgeRepeated(copies, findings);
        }
        return true;
    }

    private void judgeRepeated(List<ParkedRecord> copies, Findings findings) {
        if (consumer.parksOnce()) {
            findings.violated(
                    () -> copies.getFirst().key(),
                    copies.stream().map(ParkedRecord::place).toList(),
                    "the record at " + copies.getFirst().origin() + " parked once",
                    copies.size() + " times");
        } else {
            findings.remark("parked again after a crash", copies.size() - 1L);
        }
    }

    private void violated(Findings findings, long offset, String expected, String seen) {
        findings.violated(consumer::name, List.of(new Place(topic.name(), partition, offset)), expected, seen);
    }

    private static String range(long least, long most) {
        return least == most ? Long.toString(least) : least + " to " + most;
    }
}
