package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.simulators.gateway.GatewayLedger;
import dev.orderbackbone.simulators.mail.MailLedger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many effects the outside world has written down.
 *
 * @param payments entries of the gateway's ledger.
 * @param mails entries of the mail server's.
 */
public record LedgerSizes(long payments, long mails) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** Counts the lines of both. */
    static LedgerSizes of(Path simulators) {
        return new LedgerSizes(
                lines(simulators.resolve(GatewayLedger.FILE_NAME)), lines(simulators.resolve(MailLedger.FILE_NAME)));
    }

    private static long lines(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        long lines = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read > 0; read = bytes.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    lines += buffer[at] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException failure) {
            throw new BenchFailure(file + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
