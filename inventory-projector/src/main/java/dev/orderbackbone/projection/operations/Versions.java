package dev.orderbackbone.projection.operations;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
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
        return find(number)
                .orElseThrow(() -> new RefusedException("there is no " + VersionStatus.nameOf(number) + "; there are "
                        + String.join(
                                ", ", all.stream().map(VersionStatus::name).toList())));
    }

    /** How far a version is; nowhere where there is none yet. */
    public Map<TopicPartition, Long> positionsOf(int number) {
        return find(number).map(VersionStatus::positions).orElse(Map.of());
    }

    private Optional<VersionStatus> find(int number) {
        return all.stream().filter(version -> version.version() == number).findFirst();
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
        requireWhole(version, "'./backbone replay run' alone fills it");
        requireTablesOfThisRelease(version);
        if (!version.isComplete() && !version.code().isOfThisRelease()) {
            throw new RefusedException(version.name()
                    + " was begun by other code of the projection, and is gone on with by that only: rebuild without --version, "
                    + "and drop this one");
        }
        return wanted;
    }

    /**
     * The version that a part of the log is projected into.
     *
     * @param wanted its number; null for the one that the same replay has begun, or the next one.
     * @throws RefusedException if it holds something else, or was begun by other code.
     */
    public int toReplayInto(@Nullable Integer wanted, VersionStatus.Part part) {
        live();
        Optional<VersionStatus> begun = all.stream()
                .filter(version -> version.part() != null
                        && version.part().mark().equals(part.mark())
                        && version.code().isOfThisRelease())
                .max(Comparator.comparingInt(VersionStatus::version));
        if (wanted == null) {
            return begun.map(VersionStatus::version).orElseGet(this::next);
        }
        Optional<VersionStatus> there =
                all.stream().filter(version -> version.version() == wanted).findFirst();
        if (there.isEmpty() && wanted != next()) {
            throw new RefusedException("there is no " + VersionStatus.nameOf(wanted) + "; the next one is "
                    + VersionStatus.nameOf(next()));
        }
        there.ifPresent(version -> requireSamePart(version, part));
        return wanted;
    }

    private static void requireSamePart(VersionStatus version, VersionStatus.Part wanted) {
        VersionStatus.Part part = version.part();
        if (version.state() == VersionState.LIVE) {
            throw new RefusedException(
                    version.name()
                            + " is live, and has these records already: replayed into it they would be counted twice, "
                            + "and rows would go back to what they were. Leave the version to be chosen, and a new one is made");
        }
        if (part == null) {
            throw new RefusedException(
                    version.name()
                            + " is filled from the whole log, and has these records already, or gets them by './backbone projections rebuild'");
        }
        if (!part.mark().equals(wanted.mark())) {
            throw new RefusedException(version.name() + " holds another part of the log: " + part.words());
        }
        if (!version.code().isOfThisRelease()) {
            throw new RefusedException(
                    version.name()
                            + " was begun by other code of the projection, and is gone on with by that only: leave the version to be chosen, and drop this one");
        }
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
        requireWhole(version, "it cannot equal " + live.name());
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
        requireWhole(version, "the mart would lack the rest");
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
                .filter(version -> version.version() != live.version() && version.part() == null)
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

    private static void requireWhole(VersionStatus version, String why) {
        VersionStatus.Part part = version.part();
        if (part != null) {
            throw new RefusedException(version.name() + " holds a part of the log only (" + part.words() + "): " + why);
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
