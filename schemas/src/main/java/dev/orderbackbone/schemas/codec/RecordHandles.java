package dev.orderbackbone.schemas.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Method handles of a record class, made to types that the codec can call exactly and without boxing. */
final class RecordHandles {
    private RecordHandles() {}

    /** A lookup that sees the class, whichever package it is private to. */
    static MethodHandles.Lookup lookupIn(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException closed) {
            throw new IllegalArgumentException(
                    type.getName() + " is in a module that is not open to the codec", closed);
        }
    }

    /** The accessor as (Object)long for a primitive component, as (Object)Object for any other. */
    static MethodHandle accessor(MethodHandles.Lookup lookup, RecordComponent component) {
        try {
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return MethodHandles.explicitCastArguments(
                    accessor, MethodType.methodType(wide(component.getType()), Object.class));
        } catch (IllegalAccessException impossible) {
            throw new LinkageError("a record without its own accessors and constructor", impossible);
        }
    }

    /** The canonical constructor as (Object[], long[])Object, which takes its arguments from the arrays of a {@link Frame}. */
    static MethodHandle constructor(MethodHandles.Lookup lookup, Class<?> type, Slots slots) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        MethodHandle constructor = find(lookup, type, parameters);
        Class<?>[] wide = Arrays.stream(parameters).map(RecordHandles::wide).toArray(Class<?>[]::new);
        MethodHandle widened =
                MethodHandles.explicitCastArguments(constructor, MethodType.methodType(Object.class, wide));
        return referencesFirst(widened, parameters, slots)
                .asSpreader(slots.references(), long[].class, slots.primitives())
                .asSpreader(0, Object[].class, slots.references());
    }

    private static MethodHandle find(MethodHandles.Lookup lookup, Class<?> type, Class<?>[] parameters) {
        try {
            return lookup.findConstructor(type, MethodType.methodType(void.class, parameters));
        } catch (NoSuchMethodException | IllegalAccessException impossible) {
            throw new LinkageError("a record without its own accessors and constructor", impossible);
        }
    }

    private static MethodHandle referencesFirst(MethodHandle constructor, Class<?>[] parameters, Slots slots) {
        int references = slots.references();
        Class<?>[] reordered = new Class<?>[parameters.length];
        Arrays.fill(reordered, 0, references, Object.class);
        Arrays.fill(reordered, references, parameters.length, long.class);
        int[] source = new int[parameters.length];
        for (int index = 0; index < parameters.length; index++) {
            source[index] = parameters[index].isPrimitive() ? references + slots.of(index) : slots.of(index);
        }
        return MethodHandles.permuteArguments(constructor, MethodType.methodType(Object.class, reordered), source);
    }

    private static Class<?> wide(Class<?> type) {
        return type.isPrimitive() ? long.class : Object.class;
    }
}
