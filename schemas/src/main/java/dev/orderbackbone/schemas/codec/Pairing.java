package dev.orderbackbone.schemas.codec;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place that a Java type and an Avro schema both describe.
 *
 * @param place such as {@code OrderPlaced.lines[].sku}, for messages.
 */
record Pairing(String place, AnnotatedType type, Schema schema) {
    Class<?> javaClass() {
        Type javaType = type.getType();
        return (Class<?>) (javaType instanceof ParameterizedType generic ? generic.getRawType() : javaType);
    }

    boolean mayBeNull() {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The schema's type and logical type, such as "long timestamp-millis". */
    String avroType() {
        String type = schema.getType().getName();
        return schema.getLogicalType() == null
                ? type
                : type + " " + schema.getLogicalType().getName();
    }

    /** The same place with another schema: a branch of the union. */
    Pairing with(Schema branch) {
        return new Pairing(place, type, branch);
    }

    /** The items of the list and array here. */
    Pairing items() {
        require(javaClass() == List.class && type instanceof AnnotatedParameterizedType);
        AnnotatedType item = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        return new Pairing(place + "[]", item, schema.getElementType());
    }

    /** Goes on only if the two agree. */
    void require(boolean agree) {
        if (!agree) {
            throw disagreement("the types differ");
        }
    }

    /** The value, if the Java class here is the one that goes with it. */
    <V> V requireClass(Class<?> expected, V value) {
        require(javaClass() == expected);
        return value;
    }

    IllegalArgumentException disagreement(String how) {
        return new IllegalArgumentException(
                place + ": " + how + ": " + type + " in the record, " + schema + " in the schema");
    }
}
