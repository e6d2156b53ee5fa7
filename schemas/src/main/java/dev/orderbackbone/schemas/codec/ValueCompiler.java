package dev.orderbackbone.schemas.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;

/** Compares a record class with its schema and turns the two into values. All reflection of the codec happens here, once. */
final class ValueCompiler {
    private final Workspace workspace;
    private final Deque<Class<?>> enclosing = new ArrayDeque<>();

    ValueCompiler(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The value of a record.
     *
     * @throws IllegalArgumentException if class and schema differ.
     */
    RecordValue record(String place, Class<?> type, Schema schema) {
        requireSameRecord(place, type, schema);
        enclosing.push(type);
        MethodHandles.Lookup lookup = RecordHandles.lookupIn(type);
        RecordComponent[] components = type.getRecordComponents();
        Slots slots = new Slots(components);
        Component[] compiled = new Component[components.length];
        for (int index = 0; index < components.length; index++) {
            RecordComponent component = components[index];
            Schema field = schema.getFields().get(index).schema();
            Pairing pairing = new Pairing(place + "." + component.getName(), component.getAnnotatedType(), field);
            compiled[index] = component(pairing, slots.of(index), RecordHandles.accessor(lookup, component));
        }
        enclosing.pop();
        MethodHandle constructor = RecordHandles.constructor(lookup, type, slots);
        return new RecordValue(type, workspace.addFrame(slots), compiled, constructor);
    }

    private Component component(Pairing pairing, int slot, MethodHandle accessor) {
        boolean isUnion = pairing.schema().getType() == Schema.Type.UNION;
        if (isUnion != pairing.mayBeNull()) {
            throw pairing.disagreement("only one of the two may be null");
        }
        if (isUnion) {
            return optional(pairing, slot, accessor);
        }
        return pairing.javaClass().isPrimitive()
                ? new Component.Primitive(slot, accessor, bits(pairing))
                : new Component.Reference(pairing.place(), slot, accessor, value(pairing));
    }

    private Component optional(Pairing pairing, int slot, MethodHandle accessor) {
        List<Schema> branches = pairing.schema().getTypes();
        int nullBranch = branches.indexOf(Schema.create(Schema.Type.NULL));
        pairing.require(branches.size() == 2 && nullBranch >= 0);
        Value present = value(pairing.with(branches.get(1 - nullBranch)));
        return new Component.Optional(slot, accessor, nullBranch, present);
    }

    private static Bits bits(Pairing pairing) {
        return switch (pairing.avroType()) {
            case "int" -> pairing.requireClass(int.class, Bits.INT);
            case "long" -> pairing.requireClass(long.class, Bits.LONG);
            case "boolean" -> pairing.requireClass(boolean.class, Bits.BOOLEAN);
            default -> throw pairing.disagreement("no such primitive");
        };
    }

    private Value value(Pairing pairing) {
        return switch (pairing.avroType()) {
            case "record" -> record(pairing.place(), pairing.javaClass(), pairing.schema());
            case "enum" -> enumeration(pairing);
            case "array" -> new ListValue(workspace.addList(), value(pairing.items()));
            case "string" -> pairing.requireClass(String.class, Leaf.STRING);
            case "int" -> pairing.requireClass(Integer.class, Leaf.INTEGER);
            case "long" -> pairing.requireClass(Long.class, Leaf.LONG);
            case "boolean" -> pairing.requireClass(Boolean.class, Leaf.BOOLEAN);
            case "long timestamp-millis" -> pairing.requireClass(Instant.class, Leaf.INSTANT);
            case "fixed uuid" -> pairing.requireClass(UUID.class, Leaf.UUID);
            default -> throw pairing.disagreement("the codec does not support this Avro type");
        };
    }

    private static Value enumeration(Pairing pairing) {
        Class<?> type = pairing.javaClass();
        Schema schema = pairing.schema();
        pairing.require(type.isEnum() && type.getSimpleName().equals(schema.getName()));
        Object[] constants = type.getEnumConstants();
        requireSameNames(
                pairing.place(),
                Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList(),
                schema.getEnumSymbols());
        return new EnumValue(constants);
    }

    private void requireSameRecord(String place, Class<?> type, Schema schema) {
        if (!type.isRecord()
                || schema.getType() != Schema.Type.RECORD
                || !type.getSimpleName().equals(schema.getName())) {
            throw new IllegalArgumentException(place + ": not the same record: " + type + " and " + schema);
        }
        if (enclosing.contains(type)) {
            throw new IllegalArgumentException(
                    place + ": the codec does not support " + type + ", which contains itself");
        }
        requireSameNames(
                place,
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList(),
                schema.getFields().stream().map(Schema.Field::name).toList());
    }

    private static void requireSameNames(String place, List<String> inJava, List<String> inSchema) {
        if (!inJava.equals(inSchema)) {
            throw new IllegalArgumentException(place + ": " + inJava + " in Java, but " + inSchema + " in the schema");
        }
    }
}
