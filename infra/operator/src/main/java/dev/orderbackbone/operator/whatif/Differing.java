package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.operator.text.Words;
import dev.orderbackbone.schemas.MessageKey;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two sets of messages are the same, and where not. Personal data is never told. */
final class Differing {
    private static final String NOT_PRINTED = "(not printed)";
    private static final String MISSING = "(no such message)";
    private static final String EVENT_ID = "meta.eventId";
    private static final int LONGEST_VALUE = 200;

    private Differing() {}

    /** Whether the same messages were told. Their order is in their ids. */
    static boolean areSame(List<Message> recorded, List<Message> present) {
        return recorded.size() == present.size() && new HashSet<>(recorded).equals(new HashSet<>(present));
    }

    /** Whether messages of the same types were told, equally many of each. */
    static boolean haveSameTypes(List<Message> recorded, List<Message> present) {
        return typesOf(recorded).equals(typesOf(present));
    }

    /** The types of messages, sorted; {@code nothing} where there are none. */
    static String typesOf(Collection<Message> messages) {
        return messages.isEmpty()
                ? "nothing"
                : messages.stream()
                        .map(message -> message.getClass().getSimpleName())
                        .sorted()
                        .collect(Collectors.joining(" + "));
    }

    /** Field by field. Messages are compared with those of the same type and key; event ids only where nothing else differs. */
    static List<FieldDifference> between(List<Message> recorded, List<Message> present) {
        List<Message> unmatched = new ArrayList<>(present);
        List<FieldDifference> all = new ArrayList<>();
        for (Message before : recorded) {
            Message now = take(unmatched, before);
            String type = before.getClass().getSimpleName();
            if (now == null) {
                all.add(new FieldDifference(type, "", summary(before), MISSING));
            } else {
                compare(type, "", before, now, all);
            }
        }
        unmatched.forEach(
                now -> all.add(new FieldDifference(now.getClass().getSimpleName(), "", MISSING, summary(now))));
        List<FieldDifference> telling =
                all.stream().filter(field -> !field.field().equals(EVENT_ID)).toList();
        return telling.isEmpty() ? List.copyOf(all) : telling;
    }

    /** The same message if it is there, else one of the type and key, else one of the type. */
    private static @Nullable Message take(List<Message> from, Message like) {
        if (from.remove(like)) {
            return like;
        }
        Message sameKey = takeFirst(from, like, true);
        return sameKey != null ? sameKey : takeFirst(from, like, false);
    }

    private static @Nullable Message takeFirst(List<Message> from, Message like, boolean sameKey) {
        for (Iterator<Message> candidates = from.iterator(); candidates.hasNext(); ) {
            Message candidate = candidates.next();
            if (candidate.getClass() == like.getClass()
                    && (!sameKey || MessageKey.of(candidate).equals(MessageKey.of(like)))) {
                candidates.remove();
                return candidate;
            }
        }
        return null;
    }

    private static void compare(
            String message,
            String path,
            @Nullable Object recorded,
            @Nullable Object present,
            List<FieldDifference> all) {
        if (Objects.equals(recorded, present)) {
            return;
        }
        if (recorded instanceof Record before
                && present instanceof Record now
                && before.getClass() == now.getClass()
                && !(before instanceof Contact)) {
            for (RecordComponent component : before.getClass().getRecordComponents()) {
                String field = path.isEmpty() ? component.getName() : path + "." + component.getName();
                compare(message, field, valueOf(component, before), valueOf(component, now), all);
            }
        } else if (recorded instanceof List<?> before && present instanceof List<?> now) {
            for (int index = 0; index < Math.max(before.size(), now.size()); index++) {
                compare(message, path + "[" + index + "]", at(before, index), at(now, index), all);
            }
        } else {
            all.add(new FieldDifference(message, path, text(recorded), text(present)));
        }
    }

    private static @Nullable Object at(List<?> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    /** A message that stands alone: its fields but what each message starts with. */
    private static String summary(Message message) {
        return text(message);
    }

    private static String text(@Nullable Object value) {
        return Words.cut(fullText(value), LONGEST_VALUE);
    }

    private static String fullText(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Contact _ -> NOT_PRINTED;
            case Record record ->
                List.of(record.getClass().getRecordComponents()).stream()
                        .filter(component -> !component.getName().equals("meta"))
                        .map(component -> component.getName() + "=" + fullText(valueOf(component, record)))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(Differing::fullText).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records of the contract are public: " + component, impossible);
        }
    }
}
