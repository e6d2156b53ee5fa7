package dev.orderbackbone.projection.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as the parameters of one statement: an array per column, for {@code unnest(?, ?, ...)}. Used by one thread.
 */
final class RowArrays {
    private final String[] types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /** No rows yet; {@code types} are the database's names of the column types. */
    RowArrays(String... types) {
        this.types = types.clone();
        for (int column = 0; column < types.length; column++) {
            columns.add(new ArrayList<>());
        }
    }

    /** Adds a row: as many values as there are columns. */
    void add(@Nullable Object... values) {
        for (int column = 0; column < types.length; column++) {
            columns.get(column).add(sqlValue(values[column]));
        }
    }

    boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    /** Sets the parameters from {@code first} on, which counts from 1. */
    void bind(PreparedStatement statement, int first) throws SQLException {
        Connection connection = statement.getConnection();
        for (int column = 0; column < types.length; column++) {
            statement.setArray(
                    first + column,
                    connection.createArrayOf(types[column], columns.get(column).toArray()));
        }
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> SqlValues.text(text);
            case Instant time -> SqlValues.time(time).toString();
            case Enum<?> symbol -> symbol.name();
            case Object other -> other;
        };
    }
}
