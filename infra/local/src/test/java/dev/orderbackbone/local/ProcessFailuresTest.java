package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told when something does not come up, with a shell in place of a component. */
class ProcessFailuresTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheReasonAndTheLastTwentyLinesWhenTheProcessEndsEarly() {
        Component ends = new Shell("shell", "i=1; while [ $i -le 30 ]; do echo line $i; i=$((i + 1)); done; exit 3");

        assertThatThrownBy(() -> launcher(Duration.ofMinutes(1)).start(ends))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("shell ended by itself with exit code 3 after ")
                .hasMessageContaining("| line 11\n")
                .hasMessageEndingWith("| line 30")
                .hasMessageNotContaining("| line 10\n")
                .hasMessageContaining(folder.resolve("logs/shell.log").toString());
    }

    @Test
    void showsOnlyWhatTheFailedStartWrote() throws IOException {
        launcher(Duration.ofMinutes(1))
                .start(new Shell("shell", "echo first start; touch ready; exec sleep 60"))
                .kill();
        Files.delete(folder.resolve("shell/ready"));

        assertThatThrownBy(() -> launcher(Duration.ofMinutes(1)).start(new Shell("shell", "echo second start; exit 1")))
                .hasMessageContaining("second start")
                .hasMessageNotContaining("first start");
    }

    @Test
    void tellsWhatIsMissingWhenTheProcessIsNotReadyInTimeAndLeavesNothingRunning() {
        Component never = new Shell("shell", "echo waiting; exec sleep 60");
        Launcher launcher = launcher(Duration.ofSeconds(1));

        assertThatThrownBy(() -> launcher.start(never))
                .hasMessageContaining("shell was not ready after 1 s: there is no file ready")
                .hasMessageContaining("| waiting");
        assertThat(launcher.find(never)).isEmpty();
    }

    @Test
    void leavesRunningWhatRanAlreadyAndIsNotReadyAnyMore() throws IOException {
        Component shell = new Shell("shell", "touch ready; exec sleep 60");
        Launcher launcher = launcher(Duration.ofSeconds(1));
        RunningComponent running = launcher.start(shell);
        Files.delete(folder.resolve("shell/ready"));

        assertThatThrownBy(() -> launcher.start(shell))
                .hasMessageContaining("shell was not ready after 1 s: there is no file ready");

        assertThat(running.isAlive()).isTrue();
        running.kill();
    }

    @Test
    void namesTheSettingOfAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, Loopback.ADDRESS)) {
            int port = other.getLocalPort();
            Component component =
                    new Shell("shell", "exec sleep 60", List.of(new ListenPort("kafka.port in a file", port)));

            assertThatThrownBy(() -> launcher(Duration.ofMinutes(1)).start(component))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("shell cannot have port " + port + ", another program has it")
                    .hasMessageEndingWith("end that, or set kafka.port in a file to another port");
        }
    }

    @Test
    void saysSoWhenThereIsNoSuchProgram() {
        Component missing =
                new Shell("shell", Program.of(List.of(folder.resolve("missing").toString())), List.of());

        assertThatThrownBy(() -> launcher(Duration.ofMinutes(1)).start(missing))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("missing");
    }

    @Test
    void endsAProcessThatDoesNotEndWhenAskedTo() throws IOException {
        Component stubborn =
                new Shell("shell", "trap '' TERM; echo $$ > pid; touch ready; while :; do sleep 0.1; done");
        RunningComponent running = launcher(Duration.ofMinutes(1)).start(stubborn);

        running.stop();

        assertThat(running.isAlive()).isFalse();
        assertThat(Files.readString(folder.resolve("shell/pid")).strip()).isEqualTo(Long.toString(running.pid()));
    }

    private Launcher launcher(Duration limit) {
        return new Launcher(
                DataFolder.of(folder), Lifetime.ENDS_WITH_LAUNCHER, new StartCache(folder, StartCache.Mode.OFF), limit);
    }
}
