package dev.orderbackbone.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.projection.operations.VersionStatus.Code;
import dev.orderbackbone.projection.operations.VersionStatus.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final TopicPartition PARTITION = new TopicPartition("orders.events.v1", 0);
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Code OURS = new Code(true, true);
    private static final Code SAME_TABLES = new Code(true, false);
    private static final Code OTHER_TABLES = new Code(false, false);

    private static final VersionStatus LIVE = live(1, BEGUN, 50_000);

    @Test
    void aRebuildBeginsTheNextVersionOrGoesOnWithTheOneThatThisCodeBegan() {
        assertThat(versions(LIVE).toRebuild(null)).isEqualTo(2);
        assertThat(versions(LIVE, begun(2, OURS)).toRebuild(null)).isEqualTo(2);
        assertThat(versions(LIVE, begun(2, SAME_TABLES)).toRebuild(null)).isEqualTo(3);
        assertThat(versions(LIVE, filled(2, 0)).toRebuild(null)).isEqualTo(3);
        assertThat(versions(LIVE, retired(2, BEGUN)).toRebuild(null)).isEqualTo(3);
    }

    @Test
    void aVersionThatIsNamedIsBroughtUpToDateUnlessItIsNotTheOperators() {
        assertThat(versions(LIVE, filled(2, 0)).toRebuild(2)).isEqualTo(2);
        assertThat(versions(LIVE, retired(2, BEGUN)).toRebuild(2)).isEqualTo(2);

        assertRefused(() -> versions(LIVE).toRebuild(1), "read_1 is live");
        assertRefused(() -> versions(LIVE).toRebuild(7), "there is no read_7; there are read_1");
        assertRefused(() -> versions(LIVE, begun(2, SAME_TABLES)).toRebuild(2), "begun by other code");
        assertRefused(() -> versions(LIVE, begun(2, OTHER_TABLES)).toRebuild(2), "release with other ones");
    }

    @Test
    void whatHasNotCaughtUpIsNotSwappedTo() {
        assertThat(versions(LIVE, filled(2, 45_000)).toSwapTo(null).version()).isEqualTo(2);

        assertRefused(() -> versions(LIVE).toSwapTo(null), "no version beside read_1");
        assertRefused(() -> versions(LIVE).toSwapTo(1), "read_1 is live");
        assertRefused(() -> versions(LIVE, begun(2, OURS)).toSwapTo(2), "read_2 is not filled yet");
        assertRefused(() -> versions(LIVE, filled(2, 39_999)).toSwapTo(2), "read_2 is 10001 offsets behind read_1");
    }

    @Test
    void aPartOfTheLogIsNeitherSwappedToNorComparedNorRebuilt() {
        VersionStatus part = partial(2, "mark", OURS);

        assertRefused(
                () -> versions(LIVE, part).toSwapTo(2),
                "read_2 holds a part of the log only (orders a): the mart would lack the rest");
        assertRefused(() -> versions(LIVE, part).toCompare(2), "it cannot equal read_1");
        assertRefused(() -> versions(LIVE, part).toRebuild(2), "'./backbone replay run' alone fills it");
        assertRefused(() -> versions(LIVE, part).toSwapTo(null), "no version beside read_1");
        assertThat(versions(LIVE, filled(2, 50_000), partial(3, "mark", OURS))
                        .toSwapTo(null)
                        .version())
                .isEqualTo(2);
        assertThat(versions(LIVE, part).toRebuild(null)).isEqualTo(3);
        assertThat(versions(LIVE, part).toDrop(2)).isEqualTo(part);
    }

    @Test
    void aPartOfTheLogGoesIntoAVersionOfItsOwn() {
        Part part = new Part("mark", "orders a");

        assertThat(versions(LIVE).toReplayInto(null, part)).isEqualTo(2);
        assertThat(versions(LIVE).toReplayInto(2, part)).isEqualTo(2);
        assertThat(versions(LIVE, partial(2, "mark", OURS)).toReplayInto(null, part))
                .isEqualTo(2);
        assertThat(versions(LIVE, partial(2, "other", OURS)).toReplayInto(null, part))
                .isEqualTo(3);
        assertThat(versions(LIVE, partial(2, "mark", SAME_TABLES)).toReplayInto(null, part))
                .isEqualTo(3);

        assertRefused(() -> versions(LIVE).toReplayInto(1, part), "read_1 is live, and has these records already");
        assertRefused(() -> versions(LIVE).toReplayInto(7, part), "there is no read_7; the next one is read_2");
        assertRefused(() -> versions(LIVE, filled(2, 7)).toReplayInto(2, part), "read_2 is filled from the whole log");
        assertRefused(
                () -> versions(LIVE, partial(2, "other", OURS)).toReplayInto(2, part),
                "read_2 holds another part of the log: orders a");
        assertRefused(
                () -> versions(LIVE, partial(2, "mark", SAME_TABLES)).toReplayInto(2, part), "begun by other code");
    }

    @Test
    void onlyTheReleaseThatMadeAVersionShowsIt() {
        VersionStatus other = with(filled(2, 50_000), OTHER_TABLES);

        assertRefused(() -> versions(LIVE, other).toSwapTo(2), "release with other ones");
        assertThat(versions(LIVE, other).toCompare(2)).isEqualTo(other);
        assertRefused(
                () -> versions(LIVE, with(filled(2, 49_999), OTHER_TABLES)).toCompare(2), "release with other ones");
    }

    @Test
    void aRollbackGoesToTheOneThatWasLiveLast() {
        Versions versions = versions(retired(1, BEGUN.plusSeconds(9)), retired(2, BEGUN), live(3, BEGUN, 9));

        assertThat(versions.toRollBackTo().version()).isEqualTo(1);
        assertRefused(() -> versions(LIVE, filled(2, 50_000)).toRollBackTo(), "no other version was live before");
        assertRefused(
                () -> versions(LIVE, with(retired(2, BEGUN), OTHER_TABLES)).toRollBackTo(), "release with other ones");
    }

    @Test
    void theLiveOneIsNotDropped() {
        assertThat(versions(LIVE, begun(2, OTHER_TABLES)).toDrop(2).version()).isEqualTo(2);
        assertRefused(() -> versions(LIVE).toDrop(1), "read_1 is live");
    }

    @Test
    void withoutALiveVersionThereIsNothingToRebuild() {
        assertRefused(() -> versions(begun(1, OURS)).toRebuild(null), "no version of the read models is live");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageContaining(why);
    }

    private static Versions versions(VersionStatus... all) {
        return new Versions(List.of(all));
    }

    private static VersionStatus live(int version, Instant since, long position) {
        return status(version, VersionState.LIVE, null, since, position);
    }

    private static VersionStatus retired(int version, Instant since) {
        return status(version, VersionState.RETIRED, null, since, 0);
    }

    private static VersionStatus begun(int version, Code code) {
        return with(status(version, VersionState.BUILDING, null, null, 7), code);
    }

    private static VersionStatus filled(int version, long position) {
        return status(version, VersionState.BUILDING, BEGUN, null, position);
    }

    private static VersionStatus status(
            int version, VersionState state, @Nullable Instant built, @Nullable Instant live, long position) {
        return new VersionStatus(version, state, OURS, BEGUN, built, live, 0, 0, Map.of(PARTITION, position), null);
    }

    private static VersionStatus with(VersionStatus version, Code code) {
        return new VersionStatus(
                version.version(),
                version.state(),
                code,
                version.createdAt(),
                version.builtAt(),
                version.liveSince(),
                version.records(),
                version.bytes(),
                version.positions(),
                version.part());
    }

    private static VersionStatus partial(int version, String mark, Code code) {
        return new VersionStatus(
                version,
                VersionState.PARTIAL,
                code,
                BEGUN,
                BEGUN,
                null,
                0,
                0,
                Map.of(PARTITION, 50_000L),
                new Part(mark, "orders a"));
    }
}
