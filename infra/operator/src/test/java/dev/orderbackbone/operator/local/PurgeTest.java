package dev.orderbackbone.operator.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.local.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTest {
    @TempDir
    Path folder;

    @Test
    void deletesDataAndLogsAndKeepsSettingsAndCaches() throws IOException {
        Files.createDirectories(folder.resolve("kafka/data"));
        Files.writeString(folder.resolve("kafka/data/log"), "records");
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("local.properties"), "kafka.port=1");
        Files.createDirectories(folder.resolve("cache/postgresql"));

        new Purge(DataFolder.of(folder)).run();

        assertThat(folder).isDirectoryNotContaining("glob:**kafka").isDirectoryNotContaining("glob:**logs");
        assertThat(folder.resolve("local.properties")).exists();
        assertThat(folder.resolve("cache/postgresql")).exists();
    }

    @Test
    void leavesAloneWhatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "mine");
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("accepted"), elsewhere);

        new Purge(DataFolder.of(data)).run();

        assertThat(elsewhere.resolve("precious")).exists();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereNeedsNoPurge() throws IOException {
        Path absent = folder.resolve("absent");

        new Purge(DataFolder.of(absent)).run();

        assertThat(absent).doesNotExist();
    }
}
