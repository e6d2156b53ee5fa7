package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.faults.Attempts;
import dev.orderbackbone.simulators.faults.FaultSwitch;
import dev.orderbackbone.simulators.faults.Outage;
import dev.orderbackbone.simulators.journal.Journal;
import dev.orderbackbone.simulators.net.HttpServer;
import dev.orderbackbone.simulators.net.TcpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server, listening for SMTP and, on another port, for HTTP. */
public final class MailSink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);

    /** RFC 5321, 4.5.3.2.7: at least five minutes. */
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

    private final Journal ledger;
    private final TcpServer smtp;
    private final HttpServer http;

    private MailSink(Journal ledger, TcpServer smtp, HttpServer http) {
        this.ledger = ledger;
        this.smtp = smtp;
        this.http = http;
    }

    /**
     * Counts what the ledger holds and serves from then on.
     *
     * @param fsync whether a message must have reached the disk before it is acknowledged; without, it must have
     *     reached the operating system.
     * @throws IOException when a port or the ledger is taken, or the ledger cannot be read.
     */
    public static MailSink start(MailSettings settings, Path dataFolder, boolean fsync, Clock clock)
            throws IOException {
        MailCount before = new MailCount();
        Journal ledger = Journal.open(dataFolder.resolve(MailLedger.FILE_NAME), fsync, before::add);
        if (ledger.cutBytes() > 0) {
            LOG.warn("{}: cut off a torn last line of {} bytes", ledger.file(), ledger.cutBytes());
        }
        try {
            return serve(settings, new MailStore(clock, ledger, before.accepted()));
        } catch (IOException e) {
            ledger.close();
            throw e;
        }
    }

    private static MailSink serve(MailSettings settings, MailStore store) throws IOException {
        FaultSwitch<MailFault> faults = new FaultSwitch<>(MailFault.class, settings.faults());
        Attempts attempts = new Attempts();
        MailTally tally = new MailTally();
        TcpServer smtp = TcpServer.open(
                "mail sink (SMTP)",
                settings.smtpPort(),
                IDLE_LIMIT,
                socket -> new SmtpConnection(socket, settings, faults, attempts, store, tally).serve());
        try {
            HttpServer http = HttpServer.open(
                    "mail sink (HTTP)", settings.httpPort(), new MailService(faults, store, tally, smtp::refuseFor));
            if (settings.faults().outage() == Outage.CLOSED) {
                smtp.refuseFor(Duration.ofMillis(settings.faults().outageMs()));
            }
            return new MailSink(store.ledger(), smtp, http);
        } catch (IOException e) {
            smtp.close();
            throw e;
        }
    }

    public int smtpPort() {
        return smtp.port();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.port());
    }

    public Path ledger() {
        return ledger.file();
    }

    /** Stops listening, ends every connection and closes the ledger. */
    @Override
    public void close() throws IOException {
        smtp.close();
        http.close();
        ledger.close();
    }
}
