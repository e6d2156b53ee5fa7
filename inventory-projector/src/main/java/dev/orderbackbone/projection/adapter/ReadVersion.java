package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.operations.VersionState;
import dev.orderbackbone.projection.operations.VersionStatus;
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
 * @param codeHash of the projection's code that it was begun with; null where that is not known.
 * @param createdAt when it was begun.
 * @param builtAt when a rebuild had filled it; null where none has.
 * @param liveSince when the mart began to show it for the last time; null before that.
 * @param part which part of the log it holds, in words; null where it holds all of it.
 * @param partMark hash of that part; null likewise.
 */
@MappedEntity(value = "read_versions", schema = "projection")
record ReadVersion(
        @Id int version,
        VersionState state,
        String tablesHash,
        @Nullable String viewsHash,
        @Nullable String codeHash,
        Instant createdAt,
        @Nullable Instant builtAt,
        @Nullable Instant liveSince,
        @Nullable String part,
        @Nullable String partMark) {

    static ReadVersion building(int version, Instant now) {
        return begun(version, VersionState.BUILDING, now, null);
    }

    static ReadVersion partial(int version, VersionStatus.Part part, Instant now) {
        return begun(version, VersionState.PARTIAL, now, part);
    }

    private static ReadVersion begun(int version, VersionState state, Instant now, VersionStatus.@Nullable Part part) {
        return new ReadVersion(
                version,
                state,
                ReadSchema.tablesHash(),
                null,
                ProjectionCode.hash(),
                now,
                null,
                null,
                part == null ? null : part.words(),
                part == null ? null : part.mark());
    }
}
