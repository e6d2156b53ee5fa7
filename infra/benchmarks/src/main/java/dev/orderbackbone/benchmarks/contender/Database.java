package dev.orderbackbone.benchmarks.contender;

import dev.orderbackbone.benchmarks.BenchFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a PostgreSQL database is. */
public record Database(String url, String user, String password) {
    private static final int ROWS_AT_A_TIME = 5_000;

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader {
        /** Reads the present row. */
        void read(ResultSet row) throws SQLException;
    }

    /** A new connection. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Executes a statement. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Reads all rows of a query, some thousand at a time. */
    public void query(String sql, RowReader reader) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
            connection.rollback();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private BenchFailure failed(SQLException failure) {
        return new BenchFailure("the database at " + url + " cannot be asked: " + failure.getMessage(), failure);
    }
}
