package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Puts accepted messages into the ledger. Keeps none of them in memory. Safe for use by many threads. */
final class MailStore {

    private final Clock clock;
    private final Journal ledger;

    // guarded by this
    private long sequence;
    private long messageBytes;

    /** What has been accepted so far. */
    record Accepted(long messages, long messageBytes) {}

    /** A store whose ledger holds so much already. */
    MailStore(Clock clock, Journal ledger, Accepted before) {
        this.clock = clock;
        this.ledger = ledger;
        this.sequence = before.messages();
        this.messageBytes = before.messageBytes();
    }

    /** Returns when the message stands in the ledger's file. */
    void accept(String from, List<String> to, byte[] message, MailHeaders headers) {
        int bodyStart = headers.bodyStart();
        String body = new String(message, bodyStart, message.length - bodyStart, StandardCharsets.UTF_8);
        long position;
        synchronized (this) {
            MailEntry entry = new MailEntry(
                    sequence + 1,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    headers.first("message-id"),
                    from,
                    to,
                    headers.first("subject"),
                    headers.extra(),
                    message.length,
                    body);
            position = ledger.append(MailEntryJson.line(entry));
            sequence++;
            messageBytes += message.length;
        }
        ledger.awaitWritten(position);
    }

    synchronized Accepted accepted() {
        return new Accepted(sequence, messageBytes);
    }

    Journal ledger() {
        return ledger;
    }
}
