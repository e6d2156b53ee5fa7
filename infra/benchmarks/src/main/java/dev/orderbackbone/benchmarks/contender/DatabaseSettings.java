package dev.orderbackbone.benchmarks.contender;

import java.util.ArrayList;
import java.util.List;

/** In what the PostgreSQL servers of both differ from the one that {@code ./backbone up} starts, which also has fsync on. */
public final class DatabaseSettings {
    /** To be executed once where statements are counted. */
    public static final String BEGIN_COUNTING = "create extension pg_stat_statements";

    private static final List<String> USUAL =
            List.of("shared_buffers=2GB", "max_wal_size=8GB", "checkpoint_timeout=15min");
    private static final String COUNTING = "shared_preload_libraries=pg_stat_statements";

    private DatabaseSettings() {}

    /** As {@code name=value}. */
    public static List<String> of(boolean countsStatements) {
        List<String> settings = new ArrayList<>(USUAL);
        if (countsStatements) {
            settings.add(COUNTING);
        }
        return settings;
    }
}
