package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.config.Environment;
import dev.orderbackbone.simulators.faults.FaultSettings;
import dev.orderbackbone.simulators.faults.Faults;

/**
 * Settings of the mail sink.
 *
 * @param smtpPort 0 takes a free one.
 * @param httpPort 0 takes a free one.
 * @param maxMessageBytes a larger message is refused (552).
 * @param faults in force at the start.
 */
public record MailSettings(int smtpPort, int httpPort, int maxMessageBytes, Faults<MailFault> faults) {

    private static final int DEFAULT_SMTP_PORT = 8025;
    private static final int DEFAULT_HTTP_PORT = 8091;
    private static final int DEFAULT_MESSAGE_BYTES = 1_048_576;
    private static final int HIGHEST_MESSAGE_BYTES = 16_777_216;

    /** On free ports, without faults; what a test starts from. */
    public static MailSettings forTests() {
        return new MailSettings(0, 0, DEFAULT_MESSAGE_BYTES, Faults.none());
    }

    public MailSettings with(Faults<MailFault> otherFaults) {
        return new MailSettings(smtpPort, httpPort, maxMessageBytes, otherFaults);
    }

    /** Reads them from variables that begin with SMTP_ and MAIL_. */
    public static MailSettings read(Environment environment, long seed) {
        return new MailSettings(
                (int) environment.whole(
                        "SMTP_PORT", DEFAULT_SMTP_PORT, 0, 65_535, "mail sink, SMTP; 0 takes a free port"),
                (int) environment.whole(
                        "MAIL_HTTP_PORT", DEFAULT_HTTP_PORT, 0, 65_535, "mail sink, HTTP; 0 takes a free port"),
                (int) environment.whole(
                        "MAIL_MAX_MESSAGE_BYTES",
                        DEFAULT_MESSAGE_BYTES,
                        1_024,
                        HIGHEST_MESSAGE_BYTES,
                        "a larger message is refused"),
                FaultSettings.read(environment, "MAIL", MailFault.class, 0, seed));
    }
}
