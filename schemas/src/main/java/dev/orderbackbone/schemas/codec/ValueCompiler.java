package dev.orderbackbone.schemas.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compares a record class with its schema and turns the two into values. All reflection of the codec happens here, once. */
final class ValueCompiler {
    private final List<int[]> frameSizes = new ArrayList<>();
    private final Deque<Class<?>> enclosing = new ArrayDeque<>();

    RecordValue compile(Class<?> type, Schema schema) {
        return record(type, schema, type.getSimpleName());
    }

    /** One frame for each record in the tree of values. */
    Frame[] newFrames() {
        return frameSizes.stream().map(size -> new Frame(size[0], size[1])).toArray(Frame[]::new);
    }

    private RecordValue record(Class<?> type, Schema schema, String place) {
        require(type.isRecord() && schema.getType() == Schema.Type.RECORD, type, schema, place);
        require(type.getSimpleName().equals(schema.getName()), type, schema, place);
        if (enclosing.contains(type)) {
            throw new IllegalArgumentException(
                    place + ": " + type.getName() + " contains itself, which the codec does not support");
        }
        enclosing.push(type);
        RecordComponent[] components = type.getRecordComponents();
        requireSameNames(components, schema, place);
        MethodHandles.Lookup lookup = RecordHandles.lookupIn(type);
        Slots slots = new Slots(components);
        Component[] compiled = new Component[components.length];
        for (int index = 0; index < components.length; index++) {
            compiled[index] = component(
                    components[index],
                    slots.of(index),
                    schema.getFields().get(index).schema(),
                    lookup,
                    place);
        }
        enclosing.pop();
        frameSizes.add(new int[] {slots.references(), slots.primitives()});
        return new RecordValue(type, frameSizes.size() - 1, compiled, RecordHandles.constructor(lookup, type, slots));
    }

    private Component component(
            RecordComponent component, int slot, Schema schema, MethodHandles.Lookup lookup, String record) {
        String place = record + "." + component.getName();
        MethodHandle accessor = RecordHandles.accessor(lookup, component);
        return component.getType().isPrimitive()
                ? new Component.Primitive(slot, accessor, bits(component.getType(), schema, place))
                : new Component.Reference(place, slot, accessor, value(component.getAnnotatedType(), schema, place));
    }

    private static Bits bits(Class<?> type, Schema schema, String place) {
        require(schema.getLogicalType() == null, type, schema, place);
        return switch (schema.getType()) {
            case INT -> checked(type == int.class, Bits.INT, type, schema, place);
            case LONG -> checked(type == long.class, Bits.LONG, type, schema, place);
            case BOOLEAN -> checked(type == boolean.class, Bits.BOOLEAN, type, schema, place);
            case RECORD, ENUM, ARRAY, MAP, UNION, FIXED, STRING, BYTES, FLOAT, DOUBLE, NULL ->
                throw mismatch(type, schema, place);
        };
    }

    private Value value(AnnotatedType type, Schema schema, String place) {
        boolean isUnion = schema.getType() == Schema.Type.UNION;
        require(isUnion == type.isAnnotationPresent(Nullable.class), type.getType(), schema, place);
        if (!isUnion) {
            return presentValue(type, schema, place);
        }
        List<Schema> branches = schema.getTypes();
        int nullBranch = branches.indexOf(Schema.create(Schema.Type.NULL));
        require(branches.size() == 2 && nullBranch >= 0, type.getType(), schema, place);
        return new NullableValue(nullBranch, presentValue(type, branches.get(1 - nullBranch), place));
    }

    private Value presentValue(AnnotatedType type, Schema schema, String place) {
        Class<?> raw = rawClass(type.getType());
        return switch (schema.getType()) {
            case RECORD -> record(raw, schema, place);
            case ENUM -> enumeration(raw, schema, place);
            case ARRAY -> list(type, schema, place);
            case STRING, INT, LONG, BOOLEAN, FIXED -> leaf(raw, schema, place);
            case MAP, UNION, BYTES, FLOAT, DOUBLE, NULL -> throw mismatch(raw, schema, place);
        };
    }

    private static Value leaf(Class<?> type, Schema schema, String place) {
        String logical =
                schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
        return switch (schema.getType().getName() + " " + logical) {
            case "string " -> checked(type == String.class, Leaf.STRING, type, schema, place);
            case "int " -> checked(type == Integer.class, Leaf.INTEGER, type, schema, place);
            case "long " -> checked(type == Long.class, Leaf.LONG, type, schema, place);
            case "boolean " -> checked(type == Boolean.class, Leaf.BOOLEAN, type, schema, place);
            case "long timestamp-millis" -> checked(type == Instant.class, Leaf.INSTANT, type, schema, place);
            case "fixed uuid" -> checked(type == UUID.class, Leaf.UUID, type, schema, place);
            default -> throw mismatch(type, schema, place);
        };
    }

    private Value list(AnnotatedType type, Schema schema, String place) {
        require(rawClass(type.getType()) == List.class, type.getType(), schema, place);
        require(type instanceof AnnotatedParameterizedType, type.getType(), schema, place);
        AnnotatedType item = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        require(schema.getElementType().getType() != Schema.Type.UNION, type.getType(), schema, place);
        return new ListValue(value(item, schema.getElementType(), place + "[]"));
    }

    private static Value enumeration(Class<?> type, Schema schema, String place) {
        require(type.isEnum() && type.getSimpleName().equals(schema.getName()), type, schema, place);
        Object[] constants = type.getEnumConstants();
        List<String> names = Arrays.stream(constants)
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        require(names.equals(schema.getEnumSymbols()), type, schema, place);
        return new EnumValue(constants);
    }

    private static void requireSameNames(RecordComponent[] components, Schema schema, String place) {
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        List<String> fields =
                schema.getFields().stream().map(Schema.Field::name).toList();
        if (!names.equals(fields)) {
            throw new IllegalArgumentException(place + ": the record has " + names + ", but the schema " + fields);
        }
    }

    private static Class<?> rawClass(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static <V> V checked(boolean same, V value, Type type, Schema schema, String place) {
        require(same, type, schema, place);
        return value;
    }

    private static void require(boolean same, Type type, Schema schema, String place) {
        if (!same) {
            throw mismatch(type, schema, place);
        }
    }

    private static IllegalArgumentException mismatch(Type type, Schema schema, String place) {
        return new IllegalArgumentException(
                place + " is a " + type.getTypeName() + " in the record, but in the schema " + schema);
    }
}
