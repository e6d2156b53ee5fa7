package dev.orderbackbone.simulators.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has been said so far on a connection, and what to reply to the next command. No input or output. */
final class SmtpSession {

    /** RFC 5321, 4.5.3.1.8: at least 100 must be accepted. */
    private static final int MAX_RECIPIENTS = 100;

    private static final Pattern MAIL_PARAMETERS =
            Pattern.compile("(?:\\s*(?:BODY=(?:7BIT|8BITMIME)|SIZE=(\\d{1,18})))*");

    private final int maxMessageBytes;
    private boolean greeted;
    private @Nullable String from;
    private List<String> to = new ArrayList<>();

    SmtpSession(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Replies to any command; after {@link SmtpReply#START_MESSAGE} the message follows. */
    SmtpReply reply(String line) {
        int space = line.indexOf(' ');
        String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        String argument = space < 0 ? "" : line.substring(space + 1).strip();
        return switch (verb) {
            case "EHLO", "HELO" -> greet(argument);
            case "MAIL" -> mail(Envelope.parse(argument));
            case "RCPT" -> recipient(Envelope.parse(argument));
            case "DATA" -> data(argument);
            case "RSET" -> {
                reset();
                yield SmtpReply.OK;
            }
            case "NOOP" -> SmtpReply.OK;
            case "VRFY" -> SmtpReply.CANNOT_VERIFY;
            case "QUIT" -> SmtpReply.BYE;
            default -> SmtpReply.UNKNOWN_COMMAND;
        };
    }

    /** The lines of the reply to EHLO, behind their code. */
    List<String> extensions() {
        return List.of("127.0.0.1", "PIPELINING", "SIZE " + maxMessageBytes, "8BITMIME", "ENHANCEDSTATUSCODES");
    }

    String from() {
        return from == null ? "" : from;
    }

    List<String> to() {
        return List.copyOf(to);
    }

    /** Forgets the message under way; the next one may follow on the same connection. */
    void reset() {
        from = null;
        to = new ArrayList<>();
    }

    private SmtpReply greet(String name) {
        if (name.isEmpty()) {
            return SmtpReply.SYNTAX;
        }
        greeted = true;
        reset();
        return SmtpReply.OK;
    }

    private SmtpReply mail(@Nullable Envelope sender) {
        if (!greeted || from != null) {
            return SmtpReply.WRONG_ORDER;
        }
        if (sender == null) {
            return SmtpReply.SYNTAX;
        }
        Matcher parameters = MAIL_PARAMETERS.matcher(sender.parameters());
        if (!parameters.matches()) {
            return SmtpReply.UNKNOWN_PARAMETER;
        }
        if (parameters.group(1) != null && Long.parseLong(parameters.group(1)) > maxMessageBytes) {
            return SmtpReply.TOO_LARGE;
        }
        from = sender.address();
        return SmtpReply.OK;
    }

    private SmtpReply recipient(@Nullable Envelope recipient) {
        if (from == null) {
            return SmtpReply.WRONG_ORDER;
        }
        if (recipient == null || recipient.address().isEmpty()) {
            return SmtpReply.SYNTAX;
        }
        if (!recipient.parameters().isEmpty()) {
            return SmtpReply.UNKNOWN_PARAMETER;
        }
        if (to.size() >= MAX_RECIPIENTS) {
            return SmtpReply.TOO_MANY_RECIPIENTS;
        }
        SmtpReply reply = mailbox(recipient.mailbox().toLowerCase(Locale.ROOT));
        if (reply == SmtpReply.OK) {
            to.add(recipient.address());
        }
        return reply;
    }

    private static SmtpReply mailbox(String name) {
        return switch (name) {
            case "bounce" -> SmtpReply.NO_MAILBOX;
            case "defer" -> SmtpReply.MAILBOX_LATER;
            default -> SmtpReply.OK;
        };
    }

    private SmtpReply data(String argument) {
        if (from == null) {
            return SmtpReply.WRONG_ORDER;
        }
        if (to.isEmpty()) {
            return SmtpReply.NO_RECIPIENTS;
        }
        return argument.isEmpty() ? SmtpReply.START_MESSAGE : SmtpReply.SYNTAX;
    }
}
