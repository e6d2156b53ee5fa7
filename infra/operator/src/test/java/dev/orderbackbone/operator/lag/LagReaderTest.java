package dev.orderbackbone.operator.lag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.operator.verify.history.InstalledHistory;
import dev.orderbackbone.operator.verify.invariant.Consumer;
import dev.orderbackbone.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every record of the history is dealt with, and behind each stand markers of transactions. */
class LagReaderTest {
    @RegisterExtension
    static final InstalledHistory INSTALLED = new InstalledHistory();

    @Test
    void whatIsLeftAreRecordsAndNoMarkers() throws Exception {
        LagReport before = read();

        assertThat(before.unread()).isEmpty();
        assertThat(before.groups()).extracting(GroupLag::group).contains("projection", "payment-processor-effects");
        assertThat(before.text(false)).containsPattern("inventory-projector +0 +0\\.0 s +0\\.0 +caught up");
        assertThat(of(before, "projection").trend()).isEqualTo(Trend.CAUGHT_UP);

        INSTALLED.kafka().send(INSTALLED.history().first(ReserveStock.class));
        LagReport after = read();

        assertThat(of(after, Topics.INVENTORY).records()).isEqualTo(1);
        assertThat(of(after, Topics.INVENTORY).isCounted()).isTrue();
        assertThat(of(after, Topics.INVENTORY).age()).isPositive();
        assertThat(after.json(true))
                .contains("\"trend\" : \"STANDS_STILL\"", "\"topic\" : \"inventory.commands.v1\"", "\"unread\" : [ ]");
    }

    private static LagReport read() throws InterruptedException {
        return LagReader.read(INSTALLED.endpoints(), Consumer.ALL, Duration.ofMillis(1), Clock.systemUTC());
    }

    private static Lag of(LagReport report, String group) {
        return report.groups().stream()
                .filter(lag -> lag.group().equals(group))
                .findFirst()
                .orElseThrow()
                .sum();
    }
}
