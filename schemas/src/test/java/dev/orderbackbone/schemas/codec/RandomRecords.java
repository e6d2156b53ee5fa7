package dev.orderbackbone.schemas.codec;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes random records of any class that the codec supports. The same random source makes the same records. */
public final class RandomRecords {
    private static final List<String> ALPHABET =
            List.of("a", "Z", "0", " ", "\u0000", "\n", "\u007f", "\u0080", "ß", "ē", "€", "中", "\uffff", "😀");
    private static final long[] EDGES = {
        0, 1, -1, 63, 64, -64, -65, 127, 128, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private final RandomGenerator random;

    public RandomRecords(RandomGenerator random) {
        this.random = random;
    }

    /** A record with random components. */
    public <T> T next(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(RecordComponent::getAnnotatedType)
                .map(this::value)
                .toArray();
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record without its constructor", impossible);
        }
    }

    private @Nullable Object value(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (annotated.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        if (type instanceof ParameterizedType) {
            AnnotatedType item = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            return IntStream.range(0, random.nextInt(5))
                    .mapToObj(index -> value(item))
                    .toList();
        }
        return scalar((Class<?>) type);
    }

    private Object scalar(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isRecord()) {
            return next(type);
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> (int) number();
            case "long", "Long" -> number();
            case "boolean", "Boolean" -> random.nextBoolean();
            case "String" -> text();
            case "Instant" -> Instant.ofEpochMilli(random.nextLong(-LAST_MILLI, LAST_MILLI));
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            default -> throw new IllegalArgumentException("cannot make a random " + type);
        };
    }

    private long number() {
        return random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextLong() >> random.nextInt(64);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(20) == 0 ? random.nextInt(3_000) : random.nextInt(12);
        boolean ascii = random.nextBoolean();
        for (int index = 0; index < length; index++) {
            text.append(ALPHABET.get(random.nextInt(ascii ? 7 : ALPHABET.size())));
        }
        return text.toString();
    }
}
