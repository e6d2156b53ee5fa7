package dev.orderbackbone.projection.operations;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A version of the read models as it stands.
 *
 * @param version the n of read_n.
 * @param state where it stands.
 * @param code what it was made with.
 * @param createdAt when it was begun.
 * @param builtAt when a rebuild had filled it up to the live one; null where none has.
 * @param liveSince when the mart began to show it for the last time; null before that.
 * @param records that were projected, ignored or parked.
 * @param bytes in the database, indexes and all.
 * @param positions offset of the next record, by partition.
 * @param part which part of the log it holds; null where it holds all of it.
 */
public record VersionStatus(
        int version,
        VersionState state,
        Code code,
        Instant createdAt,
        @Nullable Instant builtAt,
        @Nullable Instant liveSince,
        long records,
        long bytes,
        Map<TopicPartition, Long> positions,
        @Nullable Part part) {

    /** Copies the positions. */
    public VersionStatus {
        positions = Map.copyOf(positions);
    }

    /**
     * The code that a version was made with, beside this release's.
     *
     * @param hasTablesOfThisRelease whether this release can write to it.
     * @param isOfThisRelease whether it was begun by the projection that this release has.
     */
    public record Code(boolean hasTablesOfThisRelease, boolean isOfThisRelease) {}

    /**
     * A part of the log.
     *
     * @param mark the same for the same part, and for no other.
     * @param words which one, for people.
     */
    public record Part(String mark, String words) {}

    /** Name of its schema in the database. */
    public String name() {
        return nameOf(version);
    }

    /** Name of a version's schema in the database. */
    public static String nameOf(int version) {
        return "read_" + version;
    }

    /** Name of the schema where a version that holds a part of the log has its views. */
    public static String martOf(int version) {
        return "mart_" + version;
    }

    /** Whether it was filled up to the end of the log at least once. */
    public boolean isComplete() {
        return builtAt != null || liveSince != null;
    }

    /** How many offsets of the log it has passed. */
    public long offsets() {
        return Offsets.between(Map.of(), positions);
    }

    /** How many offsets it is behind another version. */
    public long behind(VersionStatus other) {
        return Offsets.between(positions, other.positions);
    }
}
