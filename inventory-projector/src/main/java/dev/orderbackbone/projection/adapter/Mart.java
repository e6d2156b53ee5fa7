package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.operations.VersionStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The views that people query: which version of the read models they show. */
final class Mart {
    private static final String DROP_ALL = """
            do $$
            declare
                former record;
            begin
                for former in select viewname from pg_views where schemaname = '${mart}' loop
                    execute format('drop view ${mart}.%I', former.viewname);
                end loop;
            end
            $$""";

    private static final String MART = "mart";

    /** The roles that may read the mart. */
    private static final String ALLOW = """
            create schema if not exists ${mart};
            comment on schema ${mart} is 'A part of the log, as it was replayed by an operator; views as in the schema mart.';
            grant usage on schema ${mart} to analyst, reader;
            alter default privileges in schema ${mart} grant select on tables to analyst, reader""";

    /**
     * A query that runs for long holds the views; rather than let everybody queue behind the swap, it gives up and is tried again. All in all it
     * waits for less than the second after which PostgreSQL looks for deadlocks: a query that has one view and waits for another would be ended.
     */
    private static final String GIVE_UP_SOON =
            "set local lock_timeout = '250ms'; set local statement_timeout = '600ms'";

    private static final String NO_LIMIT = "set local statement_timeout = 0";

    private static final String RETIRE = """
            update projection.read_versions set state = 'RETIRED' where state = 'LIVE' and version <> ?""";

    private static final String ENTHRONE = """
            update projection.read_versions set
                state = 'LIVE',
                views_hash = ?,
                live_since = case when state = 'LIVE' then coalesce(live_since, clock_timestamp()) else clock_timestamp() end
            where version = ?""";

    private Mart() {}

    /** Lets the views of a schema of its own show a version that holds a part of the log. */
    static void showPart(Connection connection, int version) throws SQLException {
        String mart = VersionStatus.martOf(version);
        try (Statement statement = connection.createStatement()) {
            statement.execute(in(mart, ALLOW));
            statement.execute(in(mart, DROP_ALL));
            statement.execute(new ReadSchema(version).views().replace(MART + ".", mart + "."));
        }
    }

    /** Takes that schema away, unless somebody else has put something into it. */
    static void hidePart(Connection connection, int version) throws SQLException {
        String mart = VersionStatus.martOf(version);
        try (Statement statement = connection.createStatement()) {
            statement.execute(in(mart, DROP_ALL));
            statement.execute("drop schema if exists " + mart);
        }
    }

    private static String in(String mart, String statement) {
        return statement.replace("${mart}", mart);
    }

    /** Lets the views show a version, from the end of the transaction that the connection is in. */
    static void show(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(GIVE_UP_SOON);
            statement.execute(in(MART, DROP_ALL));
            statement.execute(NO_LIMIT);
            statement.execute(new ReadSchema(version).views());
        }
        try (PreparedStatement retire = connection.prepareStatement(RETIRE)) {
            retire.setInt(1, version);
            retire.executeUpdate();
        }
        try (PreparedStatement enthrone = connection.prepareStatement(ENTHRONE)) {
            enthrone.setString(1, ReadSchema.viewsHash());
            enthrone.setInt(2, version);
            enthrone.executeUpdate();
        }
    }
}
