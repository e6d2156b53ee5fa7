package dev.orderbackbone.schemas.serde;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A map from schema ids that boxes nothing. Grows by copying, for some dozens of ids that are put once and got for every message. Thread-safe.
 */
final class IdTable<V> {
    private volatile Entry<V>[] slots = emptySlots(16);

    /** An id and what it stands for; the next one is in the same slot. */
    private record Entry<V>(int id, V value) {}

    @Nullable
    V get(int id) {
        Entry<V>[] current = slots;
        for (int slot = slotOf(id, current); ; slot = slot + 1 & current.length - 1) {
            @Nullable Entry<V> entry = current[slot];
            if (entry == null) {
                return null;
            }
            if (entry.id == id) {
                return entry.value;
            }
        }
    }

    synchronized void put(int id, V value) {
        Entry<V>[] larger = emptySlots(isHalfFull() ? slots.length * 2 : slots.length);
        Arrays.stream(slots).filter(entry -> entry != null && entry.id != id).forEach(entry -> place(entry, larger));
        place(new Entry<>(id, value), larger);
        slots = larger;
    }

    private boolean isHalfFull() {
        return Arrays.stream(slots).filter(entry -> entry != null).count() >= slots.length / 2;
    }

    private static <V> void place(Entry<V> entry, Entry<V>[] slots) {
        int slot = slotOf(entry.id, slots);
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    private static int slotOf(int id, Object[] slots) {
        return (id ^ id >>> 16) & slots.length - 1;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static <V> Entry<V>[] emptySlots(int count) {
        return new Entry[count];
    }
}
