package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.flow.ReadModelUnavailableException;
import dev.orderbackbone.projection.flow.ShutOutException;
import dev.orderbackbone.projection.flow.UnprojectableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in a transaction of its own and turns the database's failures into the projector's. Thread-safe. */
final class Transactions {
    private static final Logger log = LoggerFactory.getLogger(Transactions.class);

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work in a transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Commits if the work returns, rolls back if it throws.
     *
     * @throws UnprojectableException if it is the data that the database refuses, or a defect of ours meets it.
     * @throws ReadModelUnavailableException on every other failure of the database.
     * @throws ShutOutException if the work does.
     */
    <T> T run(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            return commit(connection, work);
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private static <T> T commit(Connection connection, Work<T> work) throws SQLException {
        boolean isDone = false;
        try {
            T result = work.in(connection);
            connection.commit();
            isDone = true;
            return result;
        } catch (ShutOutException shutOut) {
            throw shutOut;
        } catch (RuntimeException defect) {
            throw new UnprojectableException(defect.toString(), defect);
        } finally {
            if (!isDone) {
                rollBack(connection);
            }
        }
    }

    /** A connection that cannot even roll back is broken, and its transaction gone: the failure that led here tells more. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            log.debug("cannot roll back", broken);
        }
    }

    private static RuntimeException translated(SQLException failure) {
        String message = failure.getMessage() + " (SQLSTATE " + failure.getSQLState() + ")";
        return isAboutData(failure.getSQLState())
                ? new UnprojectableException(message, failure)
                : new ReadModelUnavailableException(message, failure);
    }

    /** Data exceptions, violated constraints, exceeded limits of the format: the same data would meet them again. */
    private static boolean isAboutData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
