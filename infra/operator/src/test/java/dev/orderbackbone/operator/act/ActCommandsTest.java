package dev.orderbackbone.operator.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.RefusedCommandLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActCommandsTest {
    @ParameterizedTest
    @CsvSource({
        "orders hold, Missing required parameter: 'ID'",
        "orders hold x --run, --run needs --reason TEXT",
        "orders cancel x --wait 0, --wait must be from 1",
        "payments resolve x --operation teleport --outcome approved --evidence e, '--operation must be one of authorize, capture, refund, void'",
        "payments resolve x --operation void --outcome perhaps --evidence e, '--outcome must be one of approved, declined, not-found'",
        "payments resolve x --operation capture --outcome approved --evidence e, --operation capture needs an id",
        "payments resolve x --operation void:y --outcome approved --evidence e, --operation void has no id",
        "payments resolve x --operation authorize --outcome approved --evidence e, an approved authorisation needs --authorization-id",
        "payments resolve x --operation void --outcome approved --authorization-id a --evidence e, for an approved authorisation only",
        "payments resolve x --operation void --outcome approved, Missing required option",
        "notifications resend x, Missing required option: '--milestone=WHAT[:ID]'",
        "notifications resend x --milestone delivered, '--milestone must be one of cancelled, confirmed, refunded, rejected, shipped, but is delivered'",
        "notifications skip x --milestone shipped, --milestone shipped needs an id",
        "notifications skip x --milestone confirmed:y, --milestone confirmed has no id",
        "stock adjust --pool p --sku s --delta 0, --delta must not be 0",
        "stock adjust --pool p --location l --sku s --delta 1, mutually exclusive",
        "stock adjust --sku s --delta 1, Missing required argument",
    })
    void commandLinesThatMakeNoSenseAreRefusedBeforeAnythingIsRead(String words, String complaint) {
        assertThat(RefusedCommandLines.complaintAbout(words)).contains(complaint);
    }
}
