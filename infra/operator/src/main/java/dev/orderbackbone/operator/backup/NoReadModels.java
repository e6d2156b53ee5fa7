package dev.orderbackbone.operator.backup;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.verify.source.JdbcReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A database in which no read model follows another log: the projection keeps its positions there, and would go on from them. */
record NoReadModels(Endpoints endpoints) {
    /** Undefined table, undefined schema: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
    private static final Set<String> NOTHING_THERE = Set.of("42P01", "3F000");

    /**
     * Returns if it is so.
     *
     * @throws CommandFailure if it is not, or cannot be found out.
     */
    void require() {
        try (Connection connection = endpoints.database();
                JdbcReadModel model = JdbcReadModel.snapshot(connection)) {
            if (!model.positions().isEmpty()) {
                throw new CommandFailure(
                        "the read models in " + endpoints.jdbcUrl()
                                + " follow another log; restore beside an empty database, they are made anew from the restored log");
            }
        } catch (SQLException failure) {
            if (!NOTHING_THERE.contains(String.valueOf(failure.getSQLState()))) {
                throw new CommandFailure(
                        "whether the database " + endpoints.jdbcUrl() + " is empty cannot be found out: "
                                + failure.getMessage(),
                        failure);
            }
        }
    }
}
