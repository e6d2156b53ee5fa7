package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.simulators.mail.MailEntry;
import dev.orderbackbone.simulators.mail.MailLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The mails that have arrived. */
public final class Mailbox {
    private final URI ledger;

    Mailbox(URI ledger) {
        this.ledger = ledger;
    }

    /** Message ids as the backbone makes them, those of repeated mails as often as they came. */
    public List<String> messageIds() {
        try (Stream<MailEntry> mails = MailLedger.read(ledger)) {
            return mails.map(MailEntry::messageId).map(Mailbox::withoutDomain).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the mails about an order tell: confirmed, rejected, cancelled, shipped, refunded. */
    public List<String> milestonesOf(String orderId) {
        String about = orderId + ".";
        return messageIds().stream()
                .filter(id -> id.startsWith(about))
                .map(id -> id.substring(about.length(), id.indexOf('.', about.length())))
                .toList();
    }

    /** How many mails came more often than once, each repetition counted. */
    public long repetitions() {
        List<String> all = messageIds();
        return all.size() - all.stream().distinct().count();
    }

    /** A Message-ID header is {@code <id@domain>}. */
    private static String withoutDomain(String header) {
        return header.substring(1, header.lastIndexOf('@'));
    }
}
