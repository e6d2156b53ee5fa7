package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of I10 that is about what operators sent back. */
final class SentBack {
    private static final List<String> NOT_ITS_TURN =
            List.of(Redrive.MALFORMED, Redrive.NOT_PARKED, Redrive.BEHIND, Redrive.NOT_DECIDED, Redrive.NO_VALUE);

    private final Findings findings;
    private final ParkedIndex parked;
    private final Positions positions;
    private final Map<Place, Map<String, Long>> ignored = new HashMap<>();

    SentBack(Findings findings, ParkedIndex parked, Positions positions) {
        this.findings = findings;
        this.parked = parked;
        this.positions = positions;
    }

    void judge() {
        parked.redrives().forEach((redrive, answer) -> {
            judge(redrive);
            String why = answer.ignored();
            if (why != null) {
                ignored.computeIfAbsent(partitionOf(redrive), any -> new HashMap<>())
                        .merge(why, 1L, Long::sum);
            }
        });
        positions.all().stream()
                .filter(position -> Topics.REDRIVE.contains(Topics.named(position.topic())) && !position.moved())
                .forEach(this::judgeIgnored);
    }

    /** It must be what was parked. */
    private void judge(RedriveRecord redrive) {
        if (redrive.action() == null) {
            return;
        }
        Optional<ParkedRecord> copy = parked.copyOf(redrive);
        if (copy.isEmpty()) {
            findings.violated(
                    redrive::id,
                    List.of(redrive.place()),
                    "a parked record that was sent back: attempt " + redrive.attempt() + " of " + redrive.id(),
                    "none on the parked topic of " + redrive.service());
        } else if (!redrive.edited() && copy.get().contentHash() != redrive.contentHash()) {
            findings.violated(
                    redrive::id,
                    List.of(copy.get().place(), redrive.place()),
                    "a record sent back as it was parked, as nobody has edited it",
                    "another key or other bytes");
        }
    }

    /** One that was dealt with though it had been before, or before its turn, is missing among those that were not. */
    private void judgeIgnored(ConsumerPosition position) {
        Map<String, Long> expected =
                ignored.getOrDefault(new Place(position.topic(), position.partition(), Place.NONE), Map.of());
        TallyRow tally = position.tally();
        for (String why : NOT_ITS_TURN) {
            long counted = tally == null ? 0 : tally.ignored().getOrDefault(why, 0L);
            if (counted != expected.getOrDefault(why, 0L)) {
                findings.violated(
                        position::consumer,
                        List.of(new Place(position.topic(), position.partition(), position.before())),
                        expected.getOrDefault(why, 0L) + " records sent back counted as " + why,
                        Long.toString(counted));
            }
        }
    }

    private static Place partitionOf(RedriveRecord redrive) {
        return new Place(redrive.place().source(), redrive.place().partition(), Place.NONE);
    }
}
