package dev.orderbackbone.operator.projections;

import static dev.orderbackbone.operator.projections.GivenVersions.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionListTest {
    private final VersionList list = new VersionList(
            List.of(GivenVersions.retired(1), GivenVersions.live(2), GivenVersions.begun(3), GivenVersions.partial(4)),
            Map.of(PARTITION, 1_010L));

    @Test
    void saysWhichIsLiveAndHowFarEachIsBehindTheLog() {
        assertThat(list.text().lines())
                .satisfiesExactly(
                        heading -> assertThat(heading).startsWith("version"),
                        retired -> assertThat(retired)
                                .matches(
                                        "read_1 +RETIRED +800 +10 +2 MiB +2026-01-01 00:00:00 .*made by a release with other tables"),
                        live -> assertThat(live)
                                .matches("read_2 +LIVE +900 +10 +3 MiB +2026-01-01 00:00:00 +2026-01-01 00:01:00"),
                        begun -> assertThat(begun)
                                .matches("read_3 +BUILDING +350 +610 +1 MiB +2026-01-01 00:00:00 +not filled yet"),
                        part -> assertThat(part)
                                .matches(
                                        "read_4 +PARTIAL +12 +1 MiB +2026-01-01 00:00:00 +2026-01-01 00:00:00 +only orders a, in mart_4"));
    }

    @Test
    void theSameIsThereForPrograms() {
        assertThat(list.json())
                .contains(
                        "\"version\" : \"read_2\"",
                        "\"offsetsBehind\" : 610",
                        "\"liveSince\" : null",
                        "\"next\" : 400");
    }
}
