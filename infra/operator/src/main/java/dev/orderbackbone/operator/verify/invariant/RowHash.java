package dev.orderbackbone.operator.verify.invariant;

import static java.util.stream.Collectors.toMap;

import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One word for a row. Those of several rows are added, so that their order does not matter. A row whose first columns never change can be kept as the
 * hash of those, to go on from.
 */
final class RowHash {
    private static final long NULL = 0x5bd1_e995;
    private static final Map<ReadTable, Long> BEGINNINGS =
            new EnumMap<>(Arrays.stream(ReadTable.values()).collect(toMap(Function.identity(), Hash64::of)));

    private RowHash() {}

    static long of(ReadRow row) {
        return goOn(begin(row.table()), row.values());
    }

    /** Before the first column. */
    static long begin(ReadTable table) {
        return Objects.requireNonNull(BEGINNINGS.get(table));
    }

    /** With further columns. */
    static long goOn(long before, List<@Nullable Object> values) {
        long hash = before;
        for (Object value : values) {
            hash = Hash64.mix(hash, of(value));
        }
        return hash;
    }

    /** With further columns. */
    static long goOn(long before, @Nullable Object... values) {
        return goOn(before, Arrays.asList(values));
    }

    private static long of(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Long number -> number;
            case String text -> Hash64.of(text);
            case UUID id -> Hash64.of(id);
            default -> throw new IllegalArgumentException("no value of a read row: " + value.getClass());
        };
    }
}
