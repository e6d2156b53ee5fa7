package dev.orderbackbone.operator.parked;

import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.operator.CommandFailure;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes messages of what people write: each field must be there, and be of its type; what is wrong is named by its place. */
final class MessageForm {
    private final @Nullable Record original;

    private MessageForm(@Nullable Record original) {
        this.original = original;
    }

    /**
     * A message.
     *
     * @param original what it is to replace, from which is taken what was not printed; null where that does not decode.
     * @throws CommandFailure naming the field and the rule.
     */
    static <T extends Record> T read(Class<T> type, Map<String, Object> fields, @Nullable Record original) {
        return type.cast(new MessageForm(original).record(type, fields, "", original));
    }

    private Object record(Class<?> type, Map<?, ?> fields, String place, @Nullable Object former) {
        RecordComponent[] components = type.getRecordComponents();
        Set<Object> unknown = new LinkedHashSet<>(fields.keySet());
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String name = component.getName();
            String there = place.isEmpty() ? name : place + "." + name;
            unknown.remove(name);
            if (!fields.containsKey(name)) {
                throw new CommandFailure(there + " is missing");
            }
            types[i] = component.getType();
            values[i] =
                    value(component.getAnnotatedType(), fields.get(name), there, MessageParts.of(component, former));
        }
        if (!unknown.isEmpty()) {
            throw new CommandFailure((place.isEmpty() ? "" : place + ".")
                    + unknown.iterator().next() + " is no field of " + type.getSimpleName());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new CommandFailure((place.isEmpty() ? type.getSimpleName() : place) + ": "
                    + refused.getTargetException().getMessage());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("records of the contract are public: " + type, impossible);
        }
    }

    private @Nullable Object value(AnnotatedType type, @Nullable Object value, String place, @Nullable Object former) {
        Class<?> wanted = classOf(type.getType());
        if (value == null) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                throw new CommandFailure(place + " must not be null");
            }
            return null;
        }
        if (wanted == Contact.class && MessageJson.NOT_PRINTED.equals(value)) {
            return unprinted(place, former);
        }
        if (wanted.isRecord()) {
            if (value instanceof Map<?, ?> fields) {
                return record(wanted, fields, place, former);
            }
            throw wrong(place, "an object", value);
        }
        return wanted == List.class ? list(type, value, place, former) : leaf(wanted, value, place);
    }

    private Object unprinted(String place, @Nullable Object former) {
        if (former == null) {
            throw new CommandFailure(
                    place + " must be given" + (original == null ? ", as the record does not decode" : ""));
        }
        return former;
    }

    private List<@Nullable Object> list(AnnotatedType type, Object value, String place, @Nullable Object former) {
        if (!(value instanceof List<?> items)) {
            throw wrong(place, "an array", value);
        }
        AnnotatedType itemType = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        List<?> formers = former instanceof List<?> list ? list : List.of();
        List<@Nullable Object> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            read.add(value(itemType, items.get(i), place + "[" + i + "]", i < formers.size() ? formers.get(i) : null));
        }
        return List.copyOf(read);
    }

    private static Object leaf(Class<?> wanted, Object value, String place) {
        return switch (value) {
            case Long number when wanted == long.class || wanted == Long.class -> number;
            case Long number when isInt(wanted) && number == number.intValue() -> (Object) number.intValue();
            case Boolean flag when wanted == boolean.class || wanted == Boolean.class -> flag;
            case String text when wanted == String.class -> text;
            case String text when wanted.isEnum() -> constant(wanted, text, place);
            case String text when wanted == UUID.class -> parsed(UUID::fromString, text, "a UUID", place);
            case String text
            when wanted == Instant.class ->
                parsed(Instant::parse, text, "a time such as 2026-01-31T12:00:00.000Z", place);
            default -> throw wrong(place, ruleOf(wanted), value);
        };
    }

    private static boolean isInt(Class<?> wanted) {
        return wanted == int.class || wanted == Integer.class;
    }

    private static String ruleOf(Class<?> wanted) {
        if (isInt(wanted)) {
            return "an integer of 32 bits";
        }
        if (wanted == long.class || wanted == Long.class) {
            return "an integer of 64 bits";
        }
        return wanted == boolean.class || wanted == Boolean.class ? "true or false" : "a string";
    }

    private static Object parsed(Function<String, Object> parser, String text, String rule, String place) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw wrong(place, rule, text);
        }
    }

    private static Object constant(Class<?> wanted, String text, String place) {
        Object[] constants = wanted.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(place, "one of " + Arrays.toString(constants), text));
    }

    private static Class<?> classOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static CommandFailure wrong(String place, String rule, Object value) {
        return new CommandFailure(place + " must be " + rule + ", but is " + value);
    }
}
