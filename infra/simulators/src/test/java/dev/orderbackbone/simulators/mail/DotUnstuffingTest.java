package dev.orderbackbone.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotUnstuffingTest {

    @ParameterizedTest
    @CsvSource({
        "'.\r\n',                    ''",
        "'a\r\n.\r\n',               'a\r\n'",
        "'..\r\n.\r\n',              '.\r\n'",
        "'..a\r\n...\r\n.\r\n',      '.a\r\n..\r\n'",
        "'a.\r\n.\r\n',              'a.\r\n'",
        "'.a\r\n.\r\n',              'a\r\n'",
        "'a\n.\n\r\n.\r\n',          'a\n.\n\r\n'",
        "'a\r.\r\n\r\n.\r\n',        'a\r.\r\n\r\n'",
        "'.\ra\r\n.\r\n',            '\ra\r\n'",
        "'\r\r\n.\r\n',              '\r\r\n'"
    })
    void takesTheDotsOutAndFindsTheEnd(String sent, String content) throws IOException {
        assertThat(read(sent, 1_000)).isEqualTo(content);
    }

    /** The law: unstuffing undoes stuffing, whatever the content. */
    @Test
    void undoesStuffing() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder content = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                content.append(".\r\nab".charAt(random.nextInt(5)));
            }
            content.append("\r\n");

            assertThat(read(stuffed(content.toString()) + ".\r\n", 1_000)).isEqualTo(content.toString());
        }
    }

    @Test
    void readsAMessageThatIsTooLargeToItsEnd() throws IOException {
        SmtpInput input = input("12345\r\n.\r\nNOOP\r\n");

        assertThat(input.message(6)).isNull();
        assertThat(input.hasMore()).isTrue();
        assertThat(read("12345\r\n.\r\n", 7)).isEqualTo("12345\r\n");
    }

    /** RFC 5321, 4.5.2: a dot more at the start of every line that begins with one; only CRLF begins a line. */
    private static String stuffed(String content) {
        String stuffed = content.replace("\r\n.", "\r\n..");
        return stuffed.startsWith(".") ? "." + stuffed : stuffed;
    }

    private static @Nullable String read(String sent, int maxBytes) throws IOException {
        byte[] message = input(sent).message(maxBytes);
        return message == null ? null : new String(message, StandardCharsets.UTF_8);
    }

    private static SmtpInput input(String sent) {
        return new SmtpInput(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
    }
}
