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
import dev.orderbackbone.projection.operations.Pace;
import dev.orderbackbone.projection.operations.Versions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProjectionChangesTest {
    private static final Pace PACE = new Pace(1_000, 50);
    private static final Operation OPERATION = new Operation("id", "ada", "for a test", Instant.EPOCH);

    @Test
    void aRebuildSaysWhatItWillFillAndHowMuchIsLeft() throws InterruptedException {
        Plan next = new Rebuild(new GivenVersions(live(1)).readModels(), null, PACE).plan();
        Plan begun = new Rebuild(new GivenVersions(live(1), begun(2)).readModels(), null, PACE).plan();
        Plan beside = new Rebuild(new GivenVersions(live(1), begun(2), begun(3)).readModels(), null, PACE).plan();

        assertThat(next.does())
                .isEqualTo("fill read_2 beside read_1 with the whole log, 1,000 offsets, and compare the two");
        assertThat(next.warnings()).isEmpty();
        assertThat(begun.does())
                .isEqualTo("go on filling read_2 beside read_1: 600 offsets of the log are left, and compare the two");
        assertThat(beside.warnings()).containsExactly("read_2 is not filled, and stays as it is: it may be dropped");
    }

    @Test
    void whatMustNotBeDoneIsRefusedBeforeAnythingIsTouched() {
        ReadModelsOf readModels = new GivenVersions(live(2), retired(1), begun(3)).readModels();

        assertRefused(new Rebuild(readModels, 2, PACE), "read_2 is live");
        assertRefused(new Drop(readModels, 2), "read_2 is live");
        assertRefused(new Drop(readModels, 9), "there is no read_9");
        assertRefused(
                new Swap(readModels, "projections swap", versions -> versions.toSwapTo(3), true),
                "read_3 is not filled yet");
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

    private static void assertRefused(Change change, String why) {
        assertThatThrownBy(change::plan).isInstanceOf(CommandFailure.class).hasMessageContaining(why);
    }
}
