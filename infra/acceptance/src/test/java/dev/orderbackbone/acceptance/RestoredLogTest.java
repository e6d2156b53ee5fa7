package dev.orderbackbone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.acceptance.stack.Audit;
import dev.orderbackbone.acceptance.stack.RunningStack;
import dev.orderbackbone.acceptance.stack.SharedStack;
import dev.orderbackbone.contract.notification.NotificationSent;
import dev.orderbackbone.operator.Backbone;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log is copied while orders are under way, and goes on elsewhere as if nothing had been. Only on demand ({@code -Dbackbone.restore=true}): a second
 * stack beside the shared one takes minutes.
 */
@EnabledIfSystemProperty(named = "backbone.restore", matches = "true")
@ExtendWith(SharedStack.class)
@Order(Orders.RESTORED)
class RestoredLogTest {
    private static final Shop SHOP = new Shop("restored");
    /** More than the services of a test can follow, so that many orders are on all stages of their way. */
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(8);

    private static final int SOME_ORDERS = 150;
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofMinutes(3);

    private final RunningStack stack;

    @TempDir
    Path backup;

    RestoredLogTest(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void fillTheShelves(RunningStack stack) throws InterruptedException {
        SHOP.fill(stack);
    }

    @Test
    void ordersThatAreUnderWayEndAndNoEffectComesTwice(TestReporter reporter) throws Exception {
        Set<String> accepted;
        try (Traffic traffic = Traffic.begin(stack, SHOP, BETWEEN_ORDERS)) {
            traffic.awaitMore(SOME_ORDERS);
            reporter.publishEntry("first backup", run("backup", backup, stack.folder()));
            traffic.awaitMore(SOME_ORDERS);
            accepted = traffic.end();
        }
        reporter.publishEntry("second backup", run("backup", backup, stack.folder()));
        Instant copied = Instant.now();

        try (RunningStack restored = stack.another(folder -> reporter.publishEntry(
                "restore", run("restore", backup, folder, "--run", "--reason", "the disk was lost")))) {
            restored.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);

            assertThat(restored.mart().closed()).containsAll(accepted);
            Audit.assertClean(restored.audit().report(true));
            Set<String> repeated = repeatedMails(restored);
            reporter.publishEntry("repeated mails", Integer.toString(repeated.size()));
            assertThat(repeated).isSubsetOf(toldSince(copied, restored));
        }
        stack.audit().awaitQuiet(UNTIL_ALL_HAS_ENDED);
        assertThat(stack.mart().closed()).containsAll(accepted);
    }

    /** Messages that came more often than once, on either stack. */
    private static Set<String> repeatedMails(RunningStack restored) {
        List<String> all = restored.mailbox().messageIds();
        Set<String> once = new HashSet<>();
        return all.stream().filter(id -> !once.add(id)).collect(Collectors.toSet());
    }

    /** Messages of which the log of the backup did not know yet that they were sent. */
    private static Set<String> toldSince(Instant time, RunningStack restored) {
        MessageDeserializer deserializer = MessageDeserializer.create(restored.registry());
        return restored.log().read(Topics.NOTIFICATIONS_EVENTS).stream()
                .map(record -> deserializer.deserialize(record.value()))
                .filter(event -> event instanceof NotificationSent
                        && event.meta().occurredAt().isAfter(time))
                .map(event -> ((NotificationSent) event).messageId())
                .collect(Collectors.toSet());
    }

    /** A command on the installation of a folder, as an operator gives it; returns what it prints. */
    private static String run(String command, Path backup, Path folder, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command, backup.toString(), "--data", folder.toString()));
        arguments.addAll(List.of(more));
        int exit = Backbone.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        assertThat(exit).as(command + ": " + out + err).isZero();
        return out.toString();
    }
}
