package dev.orderbackbone.projection.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

/** The views that people query: which version of the read models they show. */
final class Mart {
    private static final String DROP_ALL = """
            do $$
            declare
                former record;
            begin
                for former in select viewname from pg_views where schemaname = 'mart' loop
                    execute format('drop view mart.%I', former.viewname);
                end loop;
            end
            $$""";

    /** A query that runs for long holds the views; rather than let everybody queue behind the swap, it gives up and is tried again. */
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '5s'";

    private final ReadVersions versions;
    private final Clock clock;

    Mart(ReadVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Lets the views show a version, from the end of the transaction that the connection is in. */
    void show(Connection connection, ReadVersion version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK_TIMEOUT);
            statement.execute(DROP_ALL);
            statement.execute(new ReadSchema(version.version()).views());
        }
        versions.findByState(ReadVersion.State.LIVE)
                .filter(live -> live.version() != version.version())
                .ifPresent(live -> versions.update(live.retired()));
        versions.update(version.live(clock.instant()));
    }
}
