package dev.orderbackbone.simulators.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of the mail ledger: one message that was accepted.
 *
 * @param sequence 1, 2, ... without gaps.
 * @param time when, to the millisecond.
 * @param messageId the Message-ID header as it stands, with its angle brackets; empty where absent.
 * @param from the sender on the envelope; empty for the null sender.
 * @param to the recipients on the envelope that were accepted, in order.
 * @param subject the Subject header, unfolded, not decoded; empty where absent.
 * @param extraHeaders the headers whose name begins with X-, by name as sent; the values of a repeated one are joined
 *     with ", ".
 * @param sizeBytes size of the message, headers included, dots unstuffed.
 * @param body what follows the headers, as UTF-8; bytes that are no UTF-8 become U+FFFD.
 */
public record MailEntry(
        long sequence,
        Instant time,
        String messageId,
        String from,
        List<String> to,
        String subject,
        Map<String, String> extraHeaders,
        int sizeBytes,
        String body) {

    public MailEntry {
        to = List.copyOf(to);
        extraHeaders = Map.copyOf(extraHeaders);
    }
}
