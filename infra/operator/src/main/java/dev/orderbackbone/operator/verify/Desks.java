package dev.orderbackbone.operator.verify;

import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.TopicNumbers;
import dev.orderbackbone.operator.verify.invariant.Desk;
import dev.orderbackbone.operator.verify.invariant.Invariant;
import dev.orderbackbone.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The desks of one slice, by the topics that they read. */
final class Desks {
    private final List<Desk> all;
    private final Desk[][] byTopic;

    private record Opened(Invariant invariant, Desk desk) {
        boolean reads(Topic topic) {
            return invariant.reads().contains(topic);
        }
    }

    private Desks(List<Opened> opened) {
        all = opened.stream().map(Opened::desk).toList();
        byTopic = IntStream.range(0, TopicNumbers.COUNT)
                .mapToObj(TopicNumbers::topic)
                .map(topic -> opened.stream()
                        .filter(one -> !one.desk().equals(Desk.IDLE) && one.reads(topic))
                        .map(Opened::desk)
                        .toArray(Desk[]::new))
                .toArray(Desk[][]::new);
    }

    static Desks of(List<Invariant> invariants, Function<Invariant, Desk> open) {
        List<Opened> opened = new ArrayList<>();
        invariants.forEach(invariant -> opened.add(new Opened(invariant, open.apply(invariant))));
        return new Desks(opened);
    }

    void see(LogRecord record, int order) {
        for (Desk desk : byTopic[record.topicNumber()]) {
            desk.see(record, order);
        }
    }

    void conclude() {
        all.forEach(Desk::conclude);
    }
}
