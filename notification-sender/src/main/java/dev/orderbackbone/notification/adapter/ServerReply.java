package dev.orderbackbone.notification.adapter;

import jakarta.mail.MessagingException;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What the mail server said when it did not take a message.
 *
 * @param code of RFC 5321, 4yz for now and 5yz for good; 0 where it said nothing, as its connection failed.
 * @param words for a person.
 */
record ServerReply(int code, String words) {
    private static final int PERMANENT = 500;

    /** The reply that led to a failure: the one to the recipient where there is one, else the one to the whole message. */
    static ServerReply in(MessagingException failure) {
        ServerReply found = new ServerReply(0, wordsOf(failure));
        for (Throwable cause = failure; cause != null; cause = nextOf(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return new ServerReply(address.getReturnCode(), wordsOf(address));
            }
            if (cause instanceof SMTPSendFailedException send) {
                found = new ServerReply(send.getReturnCode(), wordsOf(send));
            }
        }
        return found;
    }

    boolean isPermanent() {
        return code >= PERMANENT;
    }

    private static String wordsOf(MessagingException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString())
                .strip();
    }

    private static @Nullable Throwable nextOf(Throwable cause) {
        return cause instanceof MessagingException mail ? mail.getNextException() : cause.getCause();
    }
}
