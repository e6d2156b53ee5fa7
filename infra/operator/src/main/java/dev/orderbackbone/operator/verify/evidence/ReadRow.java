package dev.orderbackbone.operator.verify.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a read model.
 *
 * @param owner the order that it belongs to, or the pool and SKU.
 * @param values by column of the table.
 */
public record ReadRow(ReadTable table, String owner, List<@Nullable Object> values) {
    /** Copies the list. */
    public ReadRow {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** A row with the values given. */
    public static ReadRow of(ReadTable table, String owner, @Nullable Object... values) {
        return new ReadRow(table, owner, Arrays.asList(values));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(table.columns().get(i).name())
                    .append(' ')
                    .append(values.get(i));
        }
        return text.toString();
    }
}
