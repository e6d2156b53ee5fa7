package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mail server's ledger by message id, in some 40 bytes for each message. */
final class MailIndex {
    private final LongTable messages = new LongTable();
    private final Longs firstLines = new Longs();
    private final BitSet claimed = new BitSet();
    private long mails;
    private long lastLine;

    private MailIndex() {}

    /** An empty one where there is no ledger. */
    static MailIndex read(@Nullable Ledger<SentMail> ledger) {
        MailIndex index = new MailIndex();
        if (ledger != null) {
            try (Stream<SentMail> mails = ledger.open()) {
                mails.forEach(index::add);
            }
        }
        return index;
    }

    private void add(SentMail mail) {
        mails++;
        lastLine = mail.line();
        int before = messages.size();
        if (messages.add(Hash64.of(mail.messageId())) == before) {
            firstLines.add(mail.line());
        }
    }

    /** Whether the message was taken; it counts as claimed from now on. */
    boolean claim(long messageId) {
        int number = messages.find(messageId);
        if (number == LongTable.ABSENT) {
            return false;
        }
        claimed.set(number);
        return true;
    }

    /** First line of each message that nobody has asked for. */
    Stream<Long> unclaimedLines() {
        return IntStream.range(0, messages.size())
                .filter(number -> !claimed.get(number))
                .mapToObj(firstLines::get);
    }

    long mails() {
        return mails;
    }

    /** Mails that repeat a message: the receiver can tell by the id. */
    long repeats() {
        return mails - messages.size();
    }

    /** The last line that was read. */
    long lastLine() {
        return lastLine;
    }
}
