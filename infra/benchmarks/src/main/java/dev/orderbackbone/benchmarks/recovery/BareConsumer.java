package dev.orderbackbone.benchmarks.recovery;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.contender.Database;
import dev.orderbackbone.benchmarks.cost.LogReading;
import dev.orderbackbone.benchmarks.recovery.RecoveryResult.Bare;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that a rebuild can be: reads the topics of the read models, decodes every record, and writes the same rows with COPY into the same
 * tables. Its rows are at hand: it folds nothing, and forms none.
 */
final class BareConsumer {
    private static final String SCHEMA = "bare";
    private static final double NANOS_PER_SECOND = 1e9;

    /** Where the projector keeps its own books; no rows of orders. */
    private static final String BOOKS = "('positions', 'tallies')";

    private final Database database;
    private final Path folder;

    /**
     * For one database.
     *
     * @param folder for the rows, as much as the read models have.
     */
    BareConsumer(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * What it did.
     *
     * @param reading of the topics; its time is that of decoding too.
     * @param rows written.
     * @param copySeconds until they were committed.
     */
    record Done(LogReading reading, long rows, double copySeconds) {
        /** Records and rows per second. */
        Bare rates() {
            return new Bare(reading.records() / (reading.seconds() + copySeconds), reading.rate(), rows / copySeconds);
        }
    }

    /** Does it, of the version that is live, and leaves nothing behind. */
    Done run(Map<String, Object> kafka, SchemaRegistryClient registry) {
        String live = text("select 'read_' || version from projection.read_versions where state = 'LIVE'")
                .getFirst();
        List<String> topics = text("select distinct topic from " + live + ".positions");
        List<String> tables = text("select relname from pg_class where relkind = 'r' and relnamespace = '" + live
                + "'::regnamespace and relname not in " + BOOKS);
        MessageDeserializer deserializer = MessageDeserializer.create(registry);
        LogReading reading = LogReading.of(kafka, topics, record -> deserializer.deserialize(record.value()));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + SCHEMA);
            try {
                return copy(connection, live, tables, reading);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                statement.execute("drop schema " + SCHEMA + " cascade");
            }
        } catch (SQLException | IOException failure) {
            throw new BenchFailure("rows cannot be copied: " + failure.getMessage(), failure);
        }
    }

    private Done copy(Connection connection, String live, List<String> tables, LogReading reading)
            throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        long rows = 0;
        long nanos = 0;
        for (String table : tables) {
            String copied = SCHEMA + "." + table;
            Path file = folder.resolve(table + ".rows");
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table " + copied + " (like " + live + "." + table + " including all)");
                connection.commit();
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy " + live + "." + table + " to stdout (format binary)", out);
            }
            long began = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                rows += copy.copyIn("copy " + copied + " from stdin (format binary)", in);
            }
            connection.commit();
            nanos += System.nanoTime() - began;
            Files.delete(file);
        }
        return new Done(reading, rows, nanos / NANOS_PER_SECOND);
    }

    private List<String> text(String sql) {
        List<String> values = new ArrayList<>();
        database.query(sql, row -> values.add(row.getString(1)));
        return values;
    }
}
