package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the read models hold, in one word for each table and owner. */
final class StoredRows {
    private final OrderIndex owners = new OrderIndex();
    private final Map<ReadTable, Longs> sums = new EnumMap<>(ReadTable.class);
    private final BitSet claimed = new BitSet();
    private long rows;

    private StoredRows() {}

    static StoredRows read(ReadModel model) {
        StoredRows stored = new StoredRows();
        for (ReadTable table : ReadTable.values()) {
            model.read(table, stored::add);
        }
        return stored;
    }

    /** The number of an owner; {@link OrderIndex#UNKNOWN} where nothing is stored of it. It counts as claimed from now on. */
    int claim(String owner) {
        int number = owners.find(owner);
        if (number != OrderIndex.UNKNOWN) {
            claimed.set(number);
        }
        return number;
    }

    /** The sum of the hashes of an owner's rows; 0 where there are none. */
    long sumOf(ReadTable table, int owner) {
        Longs ofTable = sums.get(table);
        return ofTable == null || owner == OrderIndex.UNKNOWN || owner >= ofTable.size() ? 0 : ofTable.get(owner);
    }

    /** Owners that nobody has asked for. */
    Stream<String> unclaimed() {
        return IntStream.range(0, owners.size())
                .filter(number -> !claimed.get(number))
                .mapToObj(owners::idOf);
    }

    long rows() {
        return rows;
    }

    private void add(ReadRow row) {
        rows++;
        int owner = owners.add(row.owner());
        Longs ofTable = sums.computeIfAbsent(row.table(), table -> new Longs());
        while (ofTable.size() <= owner) {
            ofTable.add(0);
        }
        ofTable.set(owner, ofTable.get(owner) + RowHash.of(row));
    }
}
