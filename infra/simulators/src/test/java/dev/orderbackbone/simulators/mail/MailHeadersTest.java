package dev.orderbackbone.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailHeadersTest {

    @Test
    void findsHeadersWhateverTheirCaseAndUnfoldsThem() {
        String message = "message-ID: <1@shop>\r\nSubject: Your order\r\n  is\tshipped\r\nX-Order: 7\r\n\r\nbody\r\n";

        MailHeaders headers = headers(message);

        assertThat(headers.first("message-id")).isEqualTo("<1@shop>");
        assertThat(headers.first("subject")).isEqualTo("Your order  is\tshipped");
        assertThat(headers.extra()).isEqualTo(Map.of("X-Order", "7"));
        assertThat(message.substring(headers.bodyStart())).isEqualTo("body\r\n");
    }

    @Test
    void joinsARepeatedExtraHeaderAndTakesTheFirstOfAnyOther() {
        MailHeaders headers = headers("X-A: 1\r\nX-A: 2\r\nSubject: one\r\nSubject: two\r\n\r\n");

        assertThat(headers.extra()).isEqualTo(Map.of("X-A", "1, 2"));
        assertThat(headers.first("subject")).isEqualTo("one");
    }

    @Test
    void messagesWithoutHeadersOrWithoutBodyAreMessages() {
        assertThat(headers("\r\nX-No: header\r\n").extra()).isEmpty();
        assertThat(headers("\r\nbody").bodyStart()).isEqualTo(2);
        assertThat(headers("Subject: only").first("subject")).isEqualTo("only");
        assertThat(headers("Subject: only").bodyStart()).isEqualTo(13);
        assertThat(headers("").bodyStart()).isZero();
    }

    private static MailHeaders headers(String message) {
        return MailHeaders.of(message.getBytes(StandardCharsets.UTF_8));
    }
}
