package dev.orderbackbone.projection.operations;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All versions of the read models at one moment, and what may be done with them.
 *
 * @param all by their number.
 */
public record Versions(List<VersionStatus> all) {
    /** A version that is further behind is rebuilt further before it is swapped to: the swap does the last step only. */
    static final long MOST_BEHIND = 10_000;

    /** Copies the list. */
    public Versions {
        all = List.copyOf(all);
    }

    /** The one that the mart shows. */
    public VersionStatus live() {
        return all.stream()
                .filter(version -> version.state() == VersionState.LIVE)
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(
                                "no version of the read models is live: inventory-projector makes the first one when it starts"));
    }

    /**
     * A version by its number.
     *
     * @throws RefusedException if there is none.
     */
    public VersionStatus version(int number) {
        return all.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException("there is no " + VersionStatus.nameOf(number) + "; there are "
                        + String.join(
                                ", ", all.stream().map(VersionStatus::name).toList())));
    }

    /** The version that is being filled by the code of this release; empty where none is, or it is filled already. */
    public Optional<VersionStatus> begun() {
        return all.stream()
                .filter(version -> version.state() == VersionState.BUILDING && !version.isComplete())
                .filter(version -> version.code().isOfThisRelease())
                .max(Comparator.comparingInt(VersionStatus::version));
    }

    /** Number of a version that does not exist yet. */
    public int next() {
        return 1 + all.stream().mapToInt(VersionStatus::version).max().orElse(0);
    }

    /**
     * The version that a rebuild fills.
     *
     * @param wanted its number; null for the one that was begun, or the next one.
     * @throws RefusedException if it is not to be filled by an operator, or not by this release.
     */
    public int toRebuild(@Nullable Integer wanted) {
        live();
        if (wanted == null) {
            return begun().map(VersionStatus::version).orElseGet(this::next);
        }
        VersionStatus version = version(wanted);
        requireNotLive(version);
        requireTablesOfThisRelease(version);
        if (!version.isComplete() && !version.code().isOfThisRelease()) {
            throw new RefusedException(version.name()
                    + " was begun by other code of the projection, and is gone on with by that only: rebuild without --version, "
                    + "and drop this one");
        }
        return wanted;
    }

    /**
     * The version that is compared with the live one.
     *
     * @param wanted its number; null for the latest that is not live.
     * @throws RefusedException if there is none, or this release cannot bring it to where the live one is.
     */
    public VersionStatus toCompare(@Nullable Integer wanted) {
        VersionStatus live = live();
        VersionStatus version = wanted == null ? latestBeside(live) : version(wanted);
        requireNotLive(version);
        if (version.behind(live) > 0) {
            requireTablesOfThisRelease(version);
        }
        requireCaughtUp(version, live);
        return version;
    }

    /**
     * The version that is swapped to.
     *
     * @param wanted its number; null for the latest that is not live.
     * @throws RefusedException if there is none, it has not caught up, or this release does not know its tables.
     */
    public VersionStatus toSwapTo(@Nullable Integer wanted) {
        VersionStatus live = live();
        VersionStatus version = wanted == null ? latestBeside(live) : version(wanted);
        requireNotLive(version);
        requireTablesOfThisRelease(version);
        requireCaughtUp(version, live);
        return version;
    }

    /**
     * The version that was live before the one that is.
     *
     * @throws RefusedException if there is none, or this release does not know its tables.
     */
    public VersionStatus toRollBackTo() {
        live();
        VersionStatus former = all.stream()
                .filter(version -> version.state() == VersionState.RETIRED)
                .max(Comparator.comparing(Versions::lastLive))
                .orElseThrow(
                        () -> new RefusedException("no other version was live before: there is nothing to go back to"));
        requireTablesOfThisRelease(former);
        return former;
    }

    /**
     * The version that is dropped.
     *
     * @throws RefusedException if there is none, or it is live.
     */
    public VersionStatus toDrop(int wanted) {
        VersionStatus version = version(wanted);
        requireNotLive(version);
        return version;
    }

    private VersionStatus latestBeside(VersionStatus live) {
        return all.stream()
                .filter(version -> version.version() != live.version())
                .max(Comparator.comparingInt(VersionStatus::version))
                .orElseThrow(() -> new RefusedException("there is no version beside " + live.name()
                        + ", which is live: './backbone projections rebuild' makes one"));
    }

    private static Instant lastLive(VersionStatus version) {
        return version.liveSince() == null ? version.createdAt() : version.liveSince();
    }

    private static void requireNotLive(VersionStatus version) {
        if (version.state() == VersionState.LIVE) {
            throw new RefusedException(version.name() + " is live");
        }
    }

    private static void requireTablesOfThisRelease(VersionStatus version) {
        if (!version.code().hasTablesOfThisRelease()) {
            throw new RefusedException("the tables of " + version.name()
                    + " were made by a release with other ones: only that release can write to it, or show it");
        }
    }

    private static void requireCaughtUp(VersionStatus version, VersionStatus live) {
        if (!version.isComplete()) {
            throw new RefusedException(
                    version.name() + " is not filled yet: './backbone projections rebuild' goes on with it");
        }
        long behind = version.behind(live);
        if (behind > MOST_BEHIND) {
            throw new RefusedException(version.name() + " is " + behind + " offsets behind " + live.name()
                    + ": './backbone projections rebuild --version " + version.version() + "' brings it up to date");
        }
    }
}
