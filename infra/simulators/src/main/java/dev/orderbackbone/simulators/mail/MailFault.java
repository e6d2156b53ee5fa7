package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.faults.FaultKind;

/**
 * How handing over a message can go wrong, after all of it has been sent. When several strike, the first in this
 * order counts. The key is the Message-ID.
 */
public enum MailFault implements FaultKind {
    REJECT_PERMANENT("messages refused for good (550); the same at every attempt"),
    REJECT_TEMPORARY("messages refused for now (451)"),
    DROP_BEFORE_ACCEPT("messages not accepted whose connection is reset"),
    DROP_AFTER_ACCEPT("messages accepted whose connection is reset before the client hears of it");

    private final String meaning;

    MailFault(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
