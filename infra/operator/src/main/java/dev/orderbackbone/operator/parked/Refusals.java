package dev.orderbackbone.operator.parked;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.runtime.ParkReason;
import dev.orderbackbone.schemas.Topics;
import java.util.Optional;

/** Why a parked record cannot be decided on again. All can be discarded. */
final class Refusals {
    private Refusals() {}

    /** Why it cannot be sent back as it is. */
    static Optional<String> ofRedrive(ParkedEntry entry) {
        if (entry.record().isOfDeadline()) {
            return Optional.empty();
        }
        return ofEdit(entry).or(() -> ofContent(entry));
    }

    /** Why not even an edit would help. */
    static Optional<String> ofEdit(ParkedEntry entry) {
        ParkedRecord record = entry.record();
        String topic = record.origin().source();
        if (record.isOfDeadline()) {
            return Optional.of("it stands for a passed deadline, and has nothing to edit");
        }
        if (!Consumer.isDecidedBy(record.service(), topic)) {
            return Optional.of(
                    isRequest(record)
                            ? "a worker parked it: sent back it could act on the outside world a second time; whoever asked for it asks again"
                            : "the projection parked it: a read model is rebuilt, not mended");
        }
        if (record.leftAtOrigin()) {
            return Optional.of("it is too large to be parked and was left at " + record.origin());
        }
        if (record.reason().equals(ParkReason.MISPLACED.name())) {
            return Optional.of(
                    "it stands in a partition where its key does not belong, or has no key: its sender must send it again");
        }
        return Optional.empty();
    }

    private static Optional<String> ofContent(ParkedEntry entry) {
        Message message = entry.message();
        if (message == null) {
            return Optional.of("it does not decode (" + entry.undecodable() + ")");
        }
        String topic = entry.record().origin().source();
        return Topics.of(message.getClass()).name().equals(topic)
                ? Optional.empty()
                : Optional.of(entry.type() + " is not carried by " + topic);
    }

    private static boolean isRequest(ParkedRecord record) {
        return Consumer.ALL.stream()
                .filter(consumer -> consumer.kind() == Consumer.Kind.WORKER)
                .anyMatch(worker -> worker.inputs().stream()
                        .anyMatch(topic -> topic.name().equals(record.origin().source())));
    }
}
