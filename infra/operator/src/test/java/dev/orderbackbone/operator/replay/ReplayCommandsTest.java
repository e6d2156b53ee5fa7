package dev.orderbackbone.operator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.RefusedCommandLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandsTest {
    @ParameterizedTest
    @CsvSource({
        "replay run --topic orders.events.v1, Missing required argument",
        "replay run --topic orders.events.v1 --to-topic x --to-version 2, mutually exclusive",
        "replay run --to-topic x, --to-topic needs one --topic",
        "replay run --topic orders.events.v1 --topic payments.events.v1 --to-topic x, --to-topic needs one --topic",
        "replay run --topic nowhere --to-topic x, there is no topic nowhere",
        "replay run --topic orders.intake.v1 --to-version, the read models are not made from orders.intake.v1; there are orders.events.v1",
        "replay run --to-version -3, --to-version must be 1 or more",
        "replay run --to-version 0, --to-version must be 1 or more",
        "replay run --to-version last, 'last' is not an int",
        "replay run --to-version --type Nonsense, carries no Nonsense; it carries IntakeRefused",
        "replay run --to-version --from-offset 7, --from-offset and --to-offset need one --topic",
        "replay run --to-version 2 --since 2026-01-02T00:00:00Z --until 2026-01-01T00:00:00Z, --since must be before --until",
    })
    void commandLinesThatMakeNoSenseAreRefusedBeforeAnythingIsRead(String words, String complaint) {
        assertThat(RefusedCommandLines.complaintAbout(words)).contains(complaint);
    }
}
