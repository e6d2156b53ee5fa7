package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    @TempDir
    Path folder;

    @Test
    void endsTheProcessWhenTheLauncherIsKilled() throws Exception {
        Process launcher = launcher(Lifetime.ENDS_WITH_LAUNCHER);
        ProcessHandle started = startedBy(launcher);

        launcher.destroyForcibly().waitFor();

        started.onExit().get(20, TimeUnit.SECONDS);
        assertThat(started.isAlive()).isFalse();
    }

    @Test
    void leavesTheProcessRunningWhenItIsToOutliveTheLauncher() throws Exception {
        Process launcher = launcher(Lifetime.OUTLIVES_LAUNCHER);
        ProcessHandle started = startedBy(launcher);

        launcher.destroyForcibly().waitFor();

        assertThat(started.isAlive()).isTrue();
        assertThat(SleepLauncher.launcher(folder, Lifetime.OUTLIVES_LAUNCHER).find(SleepLauncher.SLEEP))
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(started.pid()));
        started.destroyForcibly();
        started.onExit().get(20, TimeUnit.SECONDS);
    }

    private Process launcher(Lifetime lifetime) throws IOException {
        return new ProcessBuilder(
                        Executables.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepLauncher.class.getName(),
                        folder.toString(),
                        lifetime.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle startedBy(Process launcher) throws IOException {
        BufferedReader output = launcher.inputReader();
        return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }
}
