package dev.orderbackbone.operator.parked;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages by their parts. */
final class MessageParts {
    private MessageParts() {}

    /** The value of a component; null where there is no record. */
    static @Nullable Object of(RecordComponent component, @Nullable Object record) {
        if (record == null) {
            return null;
        }
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records of the contract are public: " + component, impossible);
        }
    }

    /** A record as what {@link JsonTree} would read of it, personal data and all. */
    static Map<String, Object> tree(Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            fields.put(component.getName(), treeOf(of(component, record)));
        }
        return fields;
    }

    private static @Nullable Object treeOf(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Record record -> tree(record);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.forEach(item -> items.add(treeOf(item)));
                yield items;
            }
            case Integer number -> number.longValue();
            case Long number -> number;
            case Boolean flag -> flag;
            case Instant time -> time.toString();
            default -> value.toString();
        };
    }
}
