package dev.orderbackbone.operator.verify.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ContentHash;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operators who send back what the saga has parked, and the saga, which deals with it as it should. Adds all that to the evidence. */
public final class Redriving {
    private final InMemoryEvidence evidence;

    /** Of a history that is told already. */
    public Redriving(InMemoryEvidence evidence) {
        this.evidence = evidence;
    }

    /** It is decided on, with an effect. */
    public RedriveRecord decided(ParkedRecord copy) {
        return counted(copy, Action.REDRIVE, null, tally -> plus(tally, 1, 0, null));
    }

    /** The same, after somebody has corrected it. */
    public RedriveRecord decidedAs(ParkedRecord copy, Message edit) {
        return counted(copy, Action.REDRIVE, edit, tally -> plus(tally, 1, 0, null));
    }

    /** It is not needed any more. */
    public RedriveRecord discarded(ParkedRecord copy) {
        return counted(copy, Action.DISCARD, null, tally -> plus(tally, 1, 0, null));
    }

    /** It changes nothing. */
    public RedriveRecord ignored(ParkedRecord copy, Action action, String why) {
        return counted(copy, action, null, tally -> plus(tally, 0, 0, why));
    }

    /** It fails again. Returns the new copy. */
    public ParkedRecord parkedAgain(ParkedRecord copy) {
        RedriveRecord redrive = counted(copy, Action.REDRIVE, null, tally -> plus(tally, 0, 1, null));
        ParkedRecord again = new ParkedRecord(
                copy.service(),
                copy.key(),
                new Place(copy.place().source(), copy.place().partition(), 1_000 + evidence.parked.size()),
                copy.origin(),
                copy.reason(),
                redrive.contentHash(),
                false,
                copy.id(),
                copy.attempt() + 1,
                copy.line(),
                redrive.place());
        evidence.parked.add(again);
        return again;
    }

    private interface Count {
        TallyRow of(TallyRow before);
    }

    private RedriveRecord counted(ParkedRecord copy, Action action, @Nullable Message edit, Count count) {
        Topic topic = Topics.redriveOf(copy.service());
        int partition = copy.origin().partition();
        int index = indexOf(topic, partition);
        ConsumerPosition before = evidence.positions.get(index);
        byte[] key = copy.key().getBytes(UTF_8);
        byte[] value = edit == null ? evidence.valueOf(copy) : InMemoryEvidence.valueOf(edit);
        LogRecord record = new LogRecord(topic, partition, before.after(), true, key, value, null);
        evidence.add(record);
        TallyRow tally = before.tally();
        evidence.positions.set(
                index,
                new ConsumerPosition(
                        before.consumer(),
                        before.topic(),
                        partition,
                        before.after() + 1,
                        before.after() + 1,
                        count.of(tally == null ? new TallyRow(0, 0, Map.of()) : tally)));
        RedriveRecord redrive = new RedriveRecord(
                copy.service(),
                record.place(),
                action,
                "operation",
                copy.id(),
                copy.attempt(),
                edit != null,
                ContentHash.of(key, value),
                edit == null ? evidence.messageOf(copy) : edit);
        evidence.redrives.add(redrive);
        return redrive;
    }

    private int indexOf(Topic topic, int partition) {
        for (int i = 0; i < evidence.positions.size(); i++) {
            ConsumerPosition position = evidence.positions.get(i);
            if (position.topic().equals(topic.name()) && position.partition() == partition) {
                return i;
            }
        }
        throw new AssertionError("no position in " + topic.name());
    }

    private static TallyRow plus(TallyRow before, int effects, int parked, @Nullable String ignored) {
        Map<String, Long> counts = new HashMap<>(before.ignored());
        if (ignored != null) {
            counts.merge(ignored, 1L, Long::sum);
        }
        return new TallyRow(before.effects() + effects, before.parked() + parked, counts);
    }
}
