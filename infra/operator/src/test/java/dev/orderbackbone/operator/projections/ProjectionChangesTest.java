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
import dev.orderbackbone.projection.operations.Versions;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionChangesTest {
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
        assertThat(next.warnings()).singleElement().asString().startsWith("records are counted by their offsets");
        assertThat(begun.does()).isEqualTo("go on filling read_2 beside read_1, and compare the two");
        assertThat(begun.parts()).containsExactly(new Part("orders.events.v1", 0, "", 600, null, null));
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
    void whatMustNotBeDoneIsRefusedBeforeAnythingIsTouched() {
        GivenVersions versions = new GivenVersions(live(2), retired(1), begun(3));
        ReadModelsOf readModels = versions.readModels();

        assertRefused(rebuild(versions, 2, 0), "read_2 is live");
        assertRefused(new Drop(readModels, 2), "read_2 is live");
        assertRefused(new Drop(readModels, 9), "there is no read_9");
        assertRefused(
                new Swap(readModels, "projections swap", all -> all.toSwapTo(3), true), "read_3 is not filled yet");
        assertRefused(
                new Swap(readModels, "projections rollback", Versions::toRollBackTo, false),
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
        return new Rebuild(
                versions.readModels(), wanted, PACE, partitions -> Map.of(GivenVersions.PARTITION, beginning));
    }

    private static void assertRefused(Change change, String why) {
        assertThatThrownBy(change::plan).isInstanceOf(CommandFailure.class).hasMessageContaining(why);
    }
}
