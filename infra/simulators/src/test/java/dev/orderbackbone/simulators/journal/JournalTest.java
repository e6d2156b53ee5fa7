package dev.orderbackbone.simulators.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("deeper").resolve("journal.ndjson");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hasInTheFileWhatItSaysIsWritten(boolean fsync) throws IOException {
        try (Journal journal = Journal.open(file, fsync, line -> {})) {
            long position = journal.append(bytes("one"));
            assertThat(Files.readString(file)).isEmpty();

            journal.awaitWritten(position);

            assertThat(Files.readString(file)).isEqualTo("one\n");
            assertThat(journal.writtenBytes()).isEqualTo(4);
        }
    }

    @Test
    void handsEveryLineToTheReaderAndGoesOnBehindThem() throws IOException {
        write("one", "two");

        assertThat(reopened()).isEqualTo(List.of("one", "two"));
        write("three");
        assertThat(reopened()).isEqualTo(List.of("one", "two", "three"));
    }

    @Test
    void keepsExactlyTheWholeLinesWhereverTheLastWriteWasTorn() throws IOException {
        byte[] whole = bytes("first\nsecond\nthird, longer than the others\n");
        Files.createDirectories(file.getParent());
        for (int length = 0; length <= whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            Files.write(file, torn);
            String text = new String(torn, StandardCharsets.UTF_8);
            int kept = text.lastIndexOf('\n') + 1;

            try (Journal journal = Journal.open(file, false, line -> {})) {
                assertThat(journal.cutBytes()).isEqualTo(length - kept);
            }
            assertThat(Files.readString(file)).isEqualTo(text.substring(0, kept));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_191, 8_192, 8_193, 70_000})
    void cutsATornLineLongerThanOneStep(int length) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kept\n" + "x".repeat(length));

        assertThat(reopened()).isEqualTo(List.of("kept"));
        assertThat(Files.size(file)).isEqualTo(5);
    }

    @Test
    void readsLinesLongerThanAChunk() throws IOException {
        String wide = "\u00e9".repeat(100_000);
        write("short", wide, "short again");

        assertThat(reopened()).isEqualTo(List.of("short", wide, "short again"));
    }

    @Test
    void namesTheLineThatItsReaderRefuses() throws IOException {
        write("good", "bad", "good");

        assertThatThrownBy(() -> Journal.open(file, false, line -> {
                    if (text(line).equals("bad")) {
                        throw new IllegalStateException("not an entry");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("not an entry");
        // and has let go of the file
        assertThat(reopened()).hasSize(3);
    }

    @Test
    void belongsToOneOwnerAtATimeEvenWhenReadMeanwhile() throws IOException {
        try (Journal owner = Journal.open(file, false, line -> {})) {
            owner.awaitWritten(owner.append(bytes("one")));
            try (Stream<String> lines = JournalReader.read(file, JournalTest::text)) {
                assertThat(lines).containsExactly("one");
            }

            assertThatThrownBy(() -> Journal.open(file, false, line -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("open");
        }
    }

    @Test
    void losesAndRepeatsNothingWhenManyWriteAtOnce() throws IOException {
        List<String> expected =
                IntStream.range(0, 2_000).mapToObj(n -> "line-" + n).toList();
        try (Journal journal = Journal.open(file, false, line -> {});
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String line : expected) {
                writers.execute(() -> {
                    journal.awaitWritten(journal.append(bytes(line)));
                    assertThat(journal.writtenBytes()).isPositive();
                });
            }
        }

        assertThat(reopened()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void readerLeavesOutALineThatIsStillBeingWritten() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "one\ntwo\nthr");

        try (Stream<String> lines = JournalReader.read(file, JournalTest::text)) {
            assertThat(lines).containsExactly("one", "two");
        }
    }

    @Test
    void readerNamesTheLineThatCannotBeRead() throws IOException {
        write("1", "two");

        try (Stream<Integer> numbers = JournalReader.read(file, line -> Integer.valueOf(text(line)))) {
            assertThatThrownBy(numbers::toList)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("line 2");
        }
    }

    private void write(String... lines) throws IOException {
        try (Journal journal = Journal.open(file, false, line -> {})) {
            for (String line : lines) {
                journal.append(bytes(line));
            }
        }
    }

    private List<String> reopened() throws IOException {
        List<String> lines = new ArrayList<>();
        Journal.open(file, false, line -> lines.add(text(line))).close();
        return lines;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
