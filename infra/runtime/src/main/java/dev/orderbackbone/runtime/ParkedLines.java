package dev.orderbackbone.runtime;

import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import dev.orderbackbone.schemas.serde.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Which lines wait behind which parked records of a task, and which parked records have been dealt with. So much is kept that no parked record can be
 * dealt with twice, and that the size of no change depends on how many wait: of those that stop a line, each that has not been dealt with; of the
 * others, of which strangers can cause any number, each that has.
 */
final class ParkedLines {
    static final String LINES = "parked-lines";
    static final String RECORDS = "parked-records";

    private static final char SEPARATOR = 0;
    private static final String DEALT_WITH = "dealt-with";

    private final KeyValueStore<String, StoppedLine> lines;
    private final KeyValueStore<String, ParkedAttempt> records;

    /** How a parked record stands that is to be dealt with. */
    enum Standing {
        /** It is the first of its line, or in none. */
        NEXT,
        /** An earlier one of its line is parked. */
        BEHIND,
        /** It has been dealt with, or was never parked. */
        GONE
    }

    private ParkedLines(KeyValueStore<String, StoppedLine> lines, KeyValueStore<String, ParkedAttempt> records) {
        this.lines = lines;
        this.records = records;
    }

    static ParkedLines open(ProcessorContext<byte[], byte[]> context) {
        return new ParkedLines(context.getStateStore(LINES), context.getStateStore(RECORDS));
    }

    static List<StoreBuilder<?>> builders() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(LINES),
                        Serdes.String(),
                        StateSerde.ofResource(StoppedLine.class, "/state/StoppedLine.avsc")),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(RECORDS),
                        Serdes.String(),
                        StateSerde.ofResource(ParkedAttempt.class, "/state/ParkedAttempt.avsc")));
    }

    boolean isStopped(String line) {
        return lines.get(line) != null;
    }

    /** Puts a record at the end of a line. */
    Turn add(String line, Origin origin, int attempt) {
        StoppedLine before = lines.get(line);
        StoppedLine after = before == null ? new StoppedLine(0, 1) : new StoppedLine(before.first(), before.next() + 1);
        Turn turn = new Turn(line, after.next() - 1);
        records.put(keyOf(turn), ParkedAttempt.of(origin, attempt));
        lines.put(line, after);
        return turn;
    }

    /** Leaves a record where it stands in its line, parked once more. */
    void keep(Turn turn, Origin origin, int attempt) {
        records.put(keyOf(turn), ParkedAttempt.of(origin, attempt));
    }

    Standing standingOf(Redrive redrive) {
        ParkedAttempt asked = ParkedAttempt.of(redrive.origin(), redrive.attempt());
        Turn turn = redrive.turn();
        if (turn == null) {
            ParkedAttempt dealtWith = records.get(keyOf(redrive.origin()));
            int next = dealtWith == null ? 1 : dealtWith.attempt() + 1;
            return asked.attempt() == next ? Standing.NEXT : Standing.GONE;
        }
        StoppedLine line = lines.get(turn.line());
        if (line == null || !asked.equals(records.get(keyOf(turn)))) {
            return Standing.GONE;
        }
        return line.first() == turn.place() ? Standing.NEXT : Standing.BEHIND;
    }

    /** Notes that a parked record has been dealt with. Returns whether a line is free by that. */
    boolean dealtWith(Redrive redrive) {
        Turn turn = redrive.turn();
        if (turn == null) {
            records.put(keyOf(redrive.origin()), ParkedAttempt.of(redrive.origin(), redrive.attempt()));
            return false;
        }
        records.delete(keyOf(turn));
        return isFreeWithout(turn);
    }

    private boolean isFreeWithout(Turn turn) {
        StoppedLine line = lines.get(turn.line());
        if (line == null || line.first() != turn.place()) {
            return line == null;
        }
        long first = line.first() + 1;
        while (first < line.next() && records.get(keyOf(new Turn(turn.line(), first))) == null) {
            first++;
        }
        if (first == line.next()) {
            lines.delete(turn.line());
            return true;
        }
        lines.put(turn.line(), new StoppedLine(first, line.next()));
        return false;
    }

    private static String keyOf(Turn turn) {
        return turn.line() + SEPARATOR + turn.place();
    }

    /** Of a record that stops no line. A line with this name would have to have a topic's for its place. */
    private static String keyOf(Origin origin) {
        return DEALT_WITH + SEPARATOR + origin.topic() + SEPARATOR + origin.partition() + SEPARATOR + origin.offset();
    }
}
