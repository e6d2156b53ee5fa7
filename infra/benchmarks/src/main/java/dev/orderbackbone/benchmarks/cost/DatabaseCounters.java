package dev.orderbackbone.benchmarks.cost;

import dev.orderbackbone.benchmarks.contender.Database;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a PostgreSQL server has counted up to a moment. It counts what a session did a second or so later.
 *
 * @param transactions committed.
 * @param walBytes of its write-ahead log.
 * @param statements executed; 0 where the server does not count them.
 */
public record DatabaseCounters(Map<String, Rows> tables, long transactions, long walBytes, long statements) {
    private static final String TABLES =
            "select relname, sum(n_tup_ins)::bigint, sum(n_tup_upd)::bigint, sum(n_tup_hot_upd)::bigint, sum(n_tup_del)::bigint"
                    + " from pg_stat_user_tables group by relname";
    private static final String TOTALS =
            "select d.xact_commit, w.wal_bytes::bigint from pg_stat_database d, pg_stat_wal w where d.datname = current_database()";
    private static final String STATEMENTS = "select coalesce(sum(calls), 0)::bigint from pg_stat_statements";

    /**
     * Rows of a table that were written.
     *
     * @param updatedHot of those that were updated: without touching an index.
     */
    public record Rows(long inserted, long updated, long updatedHot, long deleted) {
        /** All of them. */
        public long written() {
            return inserted + updated + deleted;
        }

        Rows since(Rows earlier) {
            return new Rows(
                    inserted - earlier.inserted,
                    updated - earlier.updated,
                    updatedHot - earlier.updatedHot,
                    deleted - earlier.deleted);
        }
    }

    /** Reads the counters. */
    public static DatabaseCounters now(Database database, boolean countsStatements) {
        Map<String, Rows> tables = new TreeMap<>();
        long[] totals = new long[3];
        database.query(
                TABLES,
                row -> tables.put(
                        row.getString(1), new Rows(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))));
        database.query(TOTALS, row -> {
            totals[0] = row.getLong(1);
            totals[1] = row.getLong(2);
        });
        if (countsStatements) {
            database.query(STATEMENTS, row -> totals[2] = row.getLong(1));
        }
        return new DatabaseCounters(tables, totals[0], totals[1], totals[2]);
    }

    /** What was counted from an earlier moment to this one; tables in which nothing was written are left out. */
    public DatabaseCounters since(DatabaseCounters earlier) {
        Map<String, Rows> written = new TreeMap<>();
        tables.forEach((table, rows) -> {
            Rows since = rows.since(earlier.tables.getOrDefault(table, new Rows(0, 0, 0, 0)));
            if (since.written() > 0) {
                written.put(table, since);
            }
        });
        return new DatabaseCounters(
                written,
                transactions - earlier.transactions,
                walBytes - earlier.walBytes,
                statements - earlier.statements);
    }

    /** Without so many transactions of one statement each. */
    public DatabaseCounters without(long questions) {
        return new DatabaseCounters(tables, transactions - questions, walBytes, Math.max(0, statements - questions));
    }

    /** Rows written in all tables. */
    public long rows() {
        return tables.values().stream().mapToLong(Rows::written).sum();
    }
}
