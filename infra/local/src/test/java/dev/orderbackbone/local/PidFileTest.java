package dev.orderbackbone.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    private PidFile file;

    @BeforeEach
    void setUp() {
        file = new PidFile(folder.resolve("run").resolve("some.pid"));
    }

    @Test
    void findsTheProcessThatWasWritten() {
        file.write(ProcessHandle.current());

        assertThat(file.find()).contains(ProcessHandle.current());
        assertThat(file.isStale()).isFalse();
    }

    @Test
    void findsNothingWhenTheProcessHasEnded() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        file.write(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(file.find()).isEmpty();
        assertThat(file.isStale()).isTrue();
    }

    @Test
    void takesNoOtherProcessThatHasThePidNow() throws IOException {
        file.write(ProcessHandle.current());
        ProcessIdentity mine = ProcessIdentity.of(ProcessHandle.current());
        Files.writeString(file.path(), mine.pid() + " " + mine.start() + "1\n");

        assertThat(file.find()).isEmpty();
        assertThat(file.isStale()).isTrue();
    }

    @Test
    void findsNothingInADamagedFile() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(file.path(), "not a pid");

        assertThat(file.find()).isEmpty();
    }

    @Test
    void findsNothingBeforeTheFirstStartAndAfterTheLastStop() {
        assertThat(file.find()).isEmpty();
        assertThat(file.isStale()).isFalse();

        file.write(ProcessHandle.current());
        file.delete();

        assertThat(file.find()).isEmpty();
        assertThat(file.isStale()).isFalse();
    }
}
