package dev.orderbackbone.projection.adapter;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of projection.read_versions.
 *
 * @param version the n of read_n.
 * @param state where it stands.
 * @param tablesHash of the table definitions that it was made with.
 * @param viewsHash of the view definitions that the mart shows it by; null before it was live.
 * @param liveSince when the mart began to show it; null before that.
 */
@MappedEntity(value = "read_versions", schema = "projection")
record ReadVersion(
        @Id int version,
        State state,
        String tablesHash,
        @Nullable String viewsHash,
        @Nullable Instant liveSince) {

    /** Where a version stands. */
    enum State {
        BUILDING,
        LIVE,
        RETIRED
    }

    static ReadVersion building(int version) {
        return new ReadVersion(version, State.BUILDING, ReadSchema.tablesHash(), null, null);
    }

    ReadVersion live(Instant now) {
        return new ReadVersion(
                version, State.LIVE, tablesHash, ReadSchema.viewsHash(), liveSince == null ? now : liveSince);
    }

    ReadVersion retired() {
        return new ReadVersion(version, State.RETIRED, tablesHash, viewsHash, liveSince);
    }
}
