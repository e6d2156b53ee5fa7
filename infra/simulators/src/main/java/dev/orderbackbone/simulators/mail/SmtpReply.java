package dev.orderbackbone.simulators.mail;

/** The replies that are given (RFC 5321, 4.2; RFC 3463 for the enhanced codes). */
enum SmtpReply {
    READY("220 127.0.0.1 mail sink ready"),
    BYE("221 2.0.0 bye"),
    OK("250 2.0.0 ok"),
    ACCEPTED("250 2.0.0 accepted: it stands in the ledger"),
    CANNOT_VERIFY("252 2.1.5 cannot verify, will accept"),
    START_MESSAGE("354 end with a line that holds a single dot"),
    UNAVAILABLE("421 4.3.2 not available, closing"),
    LATER("451 4.3.0 refused for now"),
    MAILBOX_LATER("451 4.2.1 mailbox refused for now"),
    TOO_MANY_RECIPIENTS("452 4.5.3 too many recipients"),
    LINE_TOO_LONG("500 5.5.6 line too long"),
    UNKNOWN_COMMAND("500 5.5.1 unknown command"),
    SYNTAX("501 5.5.4 syntax error in the argument"),
    WRONG_ORDER("503 5.5.1 not now: the order is MAIL, RCPT, DATA"),
    REJECTED("550 5.7.1 refused"),
    NO_MAILBOX("550 5.1.1 no such mailbox"),
    TOO_LARGE("552 5.3.4 message too large"),
    NO_RECIPIENTS("554 5.5.1 no valid recipients"),
    UNKNOWN_PARAMETER("555 5.5.4 parameter not known");

    private final String line;

    SmtpReply(String line) {
        this.line = line;
    }

    String line() {
        return line;
    }

    String code() {
        return line.substring(0, 3);
    }
}
