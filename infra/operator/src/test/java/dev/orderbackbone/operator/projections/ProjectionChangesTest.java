package dev.orderbackbone.operator.projections;

import static dev.orderbackbone.operator.projections.GivenVersions.begun;
import static dev.orderbackbone.operator.projections.GivenVersions.live;
import static dev.orderbackbone.operator.projections.GivenVersions.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.change.Change;
import dev.orderbackbone.operator.change.Operation;
import dev.orderbackbone.operator.change.Outcome;
import dev.orderbackbone.operator.change.Plan;
import dev.orderbackbone.operator.change.Plan.Part;
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.VersionStatus;
import dev.orderbackbone.projection.operations.Versions;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionChangesTest {
    /** What a record without a time has for one. */
    private static final Instant NO_TIME = Instant.ofEpochMilli(-1);

    private static final Pace PACE = new Pace(1_000, 50);
    private static final Operation OPERATION = new Operation("id", "ada", "for a test", Instant.EPOCH);

    @Test
    void aRebuildSaysWhatItWillFillAndHowMuchIsLeft() throws InterruptedException {
        Plan next = rebuild(new GivenVersions(live(1)), null, 0).plan();
        Plan begun = rebuild(new GivenVersions(live(1), begun(2)), null, 0).plan();
        Plan beside =
                rebuild(new GivenVersions(live(1), begun(2), begun(3)), null, 0).plan();

        assertThat(next.does()).isEqualTo("fill read_2 beside read_1, and compare the two");
        assertThat(next.records()).isEqualTo(1_000);
        assertThat(next.warnings()).containsExactly(Estimates.NOTE);
        assertThat(next.estimate())
                .hasValueSatisfying(estimate -> assertThat(estimate).isPositive());
        assertThat(begun.does()).isEqualTo("go on filling read_2 beside read_1, and compare the two");
        assertThat(begun.parts())
                .containsExactly(new Part("orders.events.v1", 0, "OrderExpired", 600, NO_TIME, NO_TIME));
        assertThat(begun.orders()).hasSize(600);
        assertThat(beside.warnings()).contains("read_2 is not filled, and stays as it is: it may be dropped");
    }

    @Test
    void aRebuildSaysWhatTheLogDoesNotHoldAnyMore() throws InterruptedException {
        Plan plan = rebuild(new GivenVersions(live(1)), null, 10).plan();

        assertThat(plan.records()).isEqualTo(990);
        assertThat(plan.warnings())
                .contains(
                        "the log does not hold what stood before offset 10 of orders.events.v1-0: the new version will not have it");
    }

    @Test
    void whatIsTooMuchToLookIntoIsCountedByItsOffsets() throws InterruptedException {
        VersionStatus large = GivenVersions.at(live(1), Ahead.MOST_READ + 1);

        Plan plan = rebuild(new GivenVersions(large), null, 0).plan();

        assertThat(plan.parts()).containsExactly(new Part("orders.events.v1", 0, "", 100_001, null, null));
        assertThat(plan.warnings()).first().asString().contains("records are counted by their offsets");
    }

    @Test
    void aSwapSaysWhatIsProjectedBeforeIt() throws InterruptedException {
        GivenVersions versions = new GivenVersions(live(1), GivenVersions.filled(2));
        Plan plan = new Swap(versions.readModels(), "projections swap", all -> all.toSwapTo(2), true, log(0)).plan();

        assertThat(plan.does()).contains("after the 10 offsets of the log that it is behind");
        assertThat(plan.parts()).containsExactly(new Part("orders.events.v1", 0, "OrderExpired", 10, NO_TIME, NO_TIME));
        assertThat(plan.estimate()).isPresent();
    }

    @Test
    void aPartOfTheLogIsNeverSwappedTo() {
        GivenVersions versions = new GivenVersions(live(1), GivenVersions.partial(2));

        assertRefused(
                new Swap(versions.readModels(), "projections swap", all -> all.toSwapTo(2), true, log(0)),
                "read_2 holds a part of the log only (orders a): the mart would lack the rest");
    }

    @Test
    void whatMustNotBeDoneIsRefusedBeforeAnythingIsTouched() {
        GivenVersions versions = new GivenVersions(live(2), retired(1), begun(3));
        ReadModelsOf readModels = versions.readModels();

        assertRefused(rebuild(versions, 2, 0), "read_2 is live");
        assertRefused(new Drop(readModels, 2), "read_2 is live");
        assertRefused(new Drop(readModels, 9), "there is no read_9");
        assertRefused(
                new Swap(readModels, "projections swap", all -> all.toSwapTo(3), true, log(0)),
                "read_3 is not filled yet");
        assertRefused(
                new Swap(readModels, "projections rollback", Versions::toRollBackTo, false, log(0)),
                "the tables of read_1 were made by a release with other ones");
    }

    @Test
    void whatIsDroppedIsLookedForAfterwards() throws InterruptedException {
        GivenVersions versions = new GivenVersions(live(2), retired(1));
        Drop drop = new Drop(versions.readModels(), 1);
        Plan plan = drop.plan();
        Outcome outcome = drop.run(plan, OPERATION, (what, done, total) -> {});

        assertThat(plan.does()).isEqualTo("drop read_1, 2 MiB");
        assertThat(plan.warnings()).singleElement().asString().contains("no going back");
        assertThat(outcome.isGood()).isTrue();
        assertThat(versions.all()).hasSize(1);
    }

    private static Rebuild rebuild(GivenVersions versions, @Nullable Integer wanted, long beginning) {
        return new Rebuild(versions.readModels(), wanted, PACE, log(beginning));
    }

    private static SourceLog log(long beginning) {
        return new GivenLog(Map.of(GivenVersions.PARTITION, beginning));
    }

    private static void assertRefused(Change change, String why) {
        assertThatThrownBy(change::plan).isInstanceOf(CommandFailure.class).hasMessageContaining(why);
    }
}
