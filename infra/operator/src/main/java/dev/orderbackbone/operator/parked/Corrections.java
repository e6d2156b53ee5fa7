package dev.orderbackbone.operator.parked;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.schemas.MessageKey;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes corrections that services can take. */
record Corrections(MessageSerializer serializer, MessageDeserializer deserializer) {

    /**
     * The record with other content.
     *
     * @param type simple name of the message type; empty for the one that it has.
     * @param payload in place of the whole content; null to change {@code changes} only.
     * @throws CommandFailure naming what is wrong with it.
     */
    Correction of(ParkedEntry entry, String type, @Nullable String payload, List<FieldChange> changes) {
        Refusals.ofEdit(entry).ifPresent(why -> {
            throw new CommandFailure("cannot be edited: " + why);
        });
        Topic topic = Topics.named(entry.record().origin().source());
        requireOnlyReader(topic);
        Message former = entry.message();
        Map<String, Object> fields = payload == null ? fieldsOf(entry) : JsonTree.parse(payload);
        changes.forEach(change -> change.applyTo(fields));
        Message corrected = read(typeOf(entry, topic, type), fields, former);
        requireSameIdentity(entry, former, corrected);
        List<String> differences = Differences.between((Record) former, (Record) corrected);
        if (differences.isEmpty()) {
            throw new CommandFailure("nothing is changed by that");
        }
        return new Correction(entry, corrected, encoded(corrected), differences);
    }

    /** Others have believed what stands there: they would know it otherwise than the service that takes the correction. */
    private static void requireOnlyReader(Topic topic) {
        List<String> readers = Consumer.ALL.stream()
                .filter(consumer -> consumer.inputs().contains(topic))
                .map(Consumer::name)
                .toList();
        if (readers.size() != 1) {
            throw new CommandFailure("cannot be edited: " + topic.name() + " has several readers ("
                    + String.join(", ", readers) + "), who would know different things of it");
        }
    }

    private static Map<String, Object> fieldsOf(ParkedEntry entry) {
        Message message = entry.message();
        if (message == null) {
            throw new CommandFailure(
                    "it does not decode (" + entry.undecodable() + "): give the whole payload with --file, and --type");
        }
        return MessageParts.tree((Record) message);
    }

    private static Class<? extends Message> typeOf(ParkedEntry entry, Topic topic, String name) {
        Message message = entry.message();
        String wanted = name.isEmpty() && message != null ? entry.type() : name;
        return topic.types().stream()
                .filter(type -> type.getSimpleName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CommandFailure((wanted.isEmpty()
                                ? "--type is missing"
                                : wanted + " is not carried by it")
                        + ": " + topic.name() + " carries "
                        + String.join(
                                ", ",
                                topic.types().stream().map(Class::getSimpleName).toList())));
    }

    private static Message read(Class<? extends Message> type, Map<String, Object> fields, @Nullable Message former) {
        Record original = type.isInstance(former) ? (Record) former : null;
        return type.cast(MessageForm.read(type.asSubclass(Record.class), fields, original));
    }

    private static void requireSameIdentity(ParkedEntry entry, @Nullable Message former, Message corrected) {
        if (former != null && !former.meta().eventId().equals(corrected.meta().eventId())) {
            throw new CommandFailure(
                    "meta.eventId must stay " + former.meta().eventId() + ": others name it as their cause");
        }
        byte[] key = entry.raw().key();
        String stays = key == null ? "" : new String(key, UTF_8);
        if (!MessageKey.of(corrected).equals(stays)) {
            throw new CommandFailure("it would belong under the key " + MessageKey.of(corrected) + ", but stands under "
                    + stays + ": what it concerns must stay the same");
        }
    }

    /** What cannot be read again as it was meant cannot be written. */
    private byte[] encoded(Message corrected) {
        byte[] value;
        try {
            value = serializer.serialize(corrected);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure("the schema does not allow it: " + refused.getMessage(), refused);
        }
        Message read = deserializer.deserialize(value);
        if (!read.equals(corrected)) {
            throw new CommandFailure("the schema cannot hold it exactly: "
                    + String.join("; ", Differences.between((Record) corrected, (Record) read)));
        }
        return value;
    }
}
