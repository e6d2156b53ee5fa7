package dev.orderbackbone.operator.verify.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgersTest {

    @Test
    void readsALedgerToWhereItEndedAndLaterToWhereItEnds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gateway");
        Files.write(file, List.of(effect(1, "APPROVED"), effect(2, "DECLINED")));
        Ledger<GatewayEffect> ledger = Ledgers.gateway(file.toString());
        Files.write(file, List.of(effect(3, "REFUSED")), StandardOpenOption.APPEND);

        assertThat(all(ledger)).extracting(GatewayEffect::line).containsExactly(1L, 2L);
        assertThat(all(ledger)).extracting(GatewayEffect::line).containsExactly(1L, 2L, 3L);
        assertThat(all(ledger)).extracting(GatewayEffect::done).containsExactly(true, false, false);
    }

    @Test
    void takesTheMessagesOwnIdOutOfTheMailsHeader(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mail");
        Files.write(file, List.of(mail("<order.shipped@shop.example>"), mail(""), mail("no header@"), mail("<x>")));

        assertThat(all(Ledgers.mail(file.toString())))
                .extracting(SentMail::messageId)
                .containsExactly("order.shipped", "", "no header", "x");
    }

    @Test
    void saysAtOnceThatALedgerIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> Ledgers.gateway(folder.resolve("nothing").toString()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsAcceptedOrdersFromFilesAndFolders(@TempDir Path folder) throws IOException {
        Path inFolder = Files.createDirectories(folder.resolve("many"));
        Files.write(inFolder.resolve("1"), List.of("a", "", " b "));
        Files.write(inFolder.resolve("2"), List.of("c"));
        Path file = Files.write(folder.resolve("3"), List.of("d"));

        assertThat(all(AcceptedIds.of(List.of(inFolder, file)))).containsExactly("a", "b", "c", "d");
        assertThatThrownBy(() -> AcceptedIds.of(List.of(folder.resolve("nothing"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static <E> List<E> all(Ledger<E> ledger) {
        try (Stream<E> entries = ledger.open()) {
            return entries.toList();
        }
    }

    private static String effect(int sequence, String status) {
        return "{\"sequence\":" + sequence
                + ",\"time\":\"2026-03-01T08:00:00Z\",\"idempotencyKey\":\"k\",\"operation\":\"VOID\","
                + "\"id\":\"x\",\"reference\":\"o\",\"authorizationId\":\"a\",\"amountMinor\":5,\"currency\":\"EUR\","
                + "\"status\":\"" + status + "\",\"code\":\"c\"}";
    }

    private static String mail(String messageId) {
        return "{\"sequence\":1,\"time\":\"2026-03-01T08:00:00Z\",\"messageId\":\"" + messageId
                + "\",\"from\":\"f\",\"to\":[],\"subject\":\"s\",\"headers\":{},\"sizeBytes\":1,\"body\":\"b\"}";
    }
}
