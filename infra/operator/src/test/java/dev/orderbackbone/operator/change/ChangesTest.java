package dev.orderbackbone.operator.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.operation.OperationEvent;
import dev.orderbackbone.contract.operation.OperationFinished;
import dev.orderbackbone.contract.operation.OperationResult;
import dev.orderbackbone.contract.operation.OperationStarted;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.InstallationOptions;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.testkit.TestKafka;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

class ChangesTest {
    @RegisterExtension
    static final TestKafka kafka = TestKafka.withPartitions(2);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "count")
    private static final class CountCommand {}

    @Test
    void withoutRunThePlanIsPrintedAndNothingIsDone() throws InterruptedException {
        Counting change = new Counting();
        int before = audit().size();

        int exit = changes(new ChangeOptions()).carryOut(change);

        assertThat(exit).isZero();
        assertThat(change.runs()).isZero();
        assertThat(audit()).hasSize(before);
        assertThat(out.toString().lines())
                .containsExactly("count to three", "nothing was changed: with --run --reason TEXT this is done");
    }

    @Test
    void whatIsDoneIsWrittenDownBeforeAndAfterIt() throws InterruptedException {
        int before = audit().size();

        int exit = changes(asked("for a test")).carryOut(new Counting());

        assertThat(exit).isZero();
        List<OperationEvent> written = audit().subList(before, before + 2);
        OperationStarted started = (OperationStarted) written.getFirst();
        OperationFinished finished = (OperationFinished) written.getLast();
        assertThat(started.command()).isEqualTo("numbers count");
        assertThat(started.target()).isEqualTo("all numbers");
        assertThat(started.startedBy()).isEqualTo("ada");
        assertThat(started.reason()).isEqualTo("for a test");
        assertThat(started.plan()).startsWith("count to three");
        assertThat(finished.operationId()).isEqualTo(started.operationId());
        assertThat(finished.meta().causationId()).isEqualTo(started.meta().eventId());
        assertThat(finished.result()).isEqualTo(OperationResult.DONE);
        assertThat(finished.counts()).singleElement().satisfies(count -> {
            assertThat(count.what()).isEqualTo("numbers");
            assertThat(count.count()).isEqualTo(3);
        });
        assertThat(out.toString()).contains("3 numbers", "numbers count: done, operation " + started.operationId());
    }

    @Test
    void whatIsFoundWrongAfterwardsIsNoSuccess() throws InterruptedException {
        int exit = changes(asked("for a test")).carryOut(new Counting(() -> {}, List.of("two is missing")));

        assertThat(exit).isEqualTo(1);
        OperationFinished finished = (OperationFinished) audit().getLast();
        assertThat(finished.result()).isEqualTo(OperationResult.FAILED);
        assertThat(finished.detail()).isEqualTo("two is missing");
        assertThat(out.toString()).contains("NOT WELL: two is missing").doesNotContain("done");
    }

    @Test
    void whatFailsIsWrittenDownAndTold() {
        Counting failing = new Counting(
                () -> {
                    throw new CommandFailure("there is no two");
                },
                List.of());

        assertThatThrownBy(() -> changes(asked("for a test")).carryOut(failing)).hasMessage("there is no two");

        OperationFinished finished = (OperationFinished) audit().getLast();
        assertThat(finished.result()).isEqualTo(OperationResult.FAILED);
        assertThat(finished.detail()).contains("there is no two");
    }

    @Test
    void ofTwoOperatorsOneWinsAndTheOtherIsToldWhoItIs() throws Exception {
        CountDownLatch isAtIt = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Counting slow = new Counting(
                () -> {
                    isAtIt.countDown();
                    mayGoOn.await();
                },
                List.of());
        Counting late = new Counting();
        try (ExecutorService first = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> winner =
                    first.submit(() -> changes(asked("was first")).carryOut(slow));
            isAtIt.await();

            assertThatThrownBy(() -> changes(asked("came late")).carryOut(late))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith("ada (from ")
                    .hasMessageContaining("is changing all numbers at this moment; nothing was done");

            mayGoOn.countDown();
            assertThat(winner.get()).isZero();
        }
        assertThat(late.runs()).isZero();
        assertThat(changes(asked("the way is free")).carryOut(late)).isZero();
    }

    @Test
    void aRunWithoutAReasonIsRefused() {
        ChangeOptions options = asked("  ");

        assertThatThrownBy(() -> Changes.of(new InstallationOptions(), options, commandLine()))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--reason");
    }

    private Changes changes(ChangeOptions options) {
        return new Changes(kafka.clientProperties(), kafka.registry(), options, commandLine());
    }

    private CommandLine commandLine() {
        return new CommandLine(new CountCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    private static ChangeOptions asked(String reason) {
        ChangeOptions options = new ChangeOptions();
        options.isToRun = true;
        options.reason = reason;
        options.by = "ada";
        return options;
    }

    private static List<OperationEvent> audit() {
        MessageDeserializer deserializer = kafka.deserializer();
        return kafka.read(Topics.OPERATIONS_AUDIT).stream()
                .map(record -> {
                    Message message = deserializer.deserialize(record.value());
                    return (OperationEvent) message;
                })
                .toList();
    }
}
