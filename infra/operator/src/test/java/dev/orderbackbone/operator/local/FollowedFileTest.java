package dev.orderbackbone.operator.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowedFileTest {
    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");
    }

    @ParameterizedTest
    @CsvSource({"0,''", "1,'three\n'", "2,'two\nthree\n'", "3,'one\ntwo\nthree\n'", "9,'one\ntwo\nthree\n'"})
    void beginsWithItsLastLines(int lines, String expected) throws IOException {
        assertThat(next(FollowedFile.open(log, lines))).isEqualTo(expected);
    }

    @Test
    void aLineThatIsNotYetCompleteIsTheLast() throws IOException {
        Files.writeString(log, "fo", StandardOpenOption.APPEND);

        assertThat(next(FollowedFile.open(log, 2))).isEqualTo("three\nfo");
    }

    @Test
    void goesOnWithWhatIsWritten() throws IOException {
        FollowedFile file = FollowedFile.open(log, 1);
        next(file);

        Files.writeString(log, "four\n", StandardOpenOption.APPEND);

        assertThat(next(file)).isEqualTo("four\n");
        assertThat(next(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "€", "😀"})
    void aCharacterThatIsNotYetCompleteWaitsForItsRest(String character) throws IOException {
        FollowedFile file = FollowedFile.open(log, 0);
        byte[] bytes = ("a" + character).getBytes(UTF_8);
        Files.write(log, Arrays.copyOf(bytes, bytes.length - 1), StandardOpenOption.APPEND);
        assertThat(next(file)).isEqualTo("a");

        Files.write(log, new byte[] {bytes[bytes.length - 1]}, StandardOpenOption.APPEND);

        assertThat(next(file)).isEqualTo(character);
    }

    @Test
    void beginsAnewWithAFileThatWasBegunAnew() throws IOException {
        FollowedFile file = FollowedFile.open(log, 1);
        next(file);

        Files.writeString(log, "new\n");

        assertThat(next(file)).isEqualTo("new\n");
    }

    @Test
    void findsTheLastLinesOfALongFile() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 20_000; line++) {
            text.append("line ").append(line).append('\n');
        }
        Files.writeString(log, text);

        assertThat(next(FollowedFile.open(log, 3_000)))
                .startsWith("line 17000\n")
                .endsWith("line 19999\n");
    }

    private static String next(FollowedFile file) throws IOException {
        StringWriter text = new StringWriter();
        file.printTo(new PrintWriter(text));
        return text.toString();
    }
}
