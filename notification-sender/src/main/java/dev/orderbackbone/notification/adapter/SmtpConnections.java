package dev.orderbackbone.notification.adapter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bounded number of connections to the mail server, each used for one message at a time and then for the next. Thread-safe. */
final class SmtpConnections implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);

    /** Without it Jakarta Mail reads the class path's service files anew for each message, which was a fifth of the cost of sending one. */
    private static final String STREAM_PROVIDER = "jakarta.mail.util.StreamProvider";

    static {
        if (System.getProperty(STREAM_PROVIDER) == null) {
            System.setProperty(STREAM_PROVIDER, "org.eclipse.angus.mail.util.MailStreamProvider");
        }
    }

    private final Session session;
    private final Semaphore permits;
    private final Queue<Transport> idle = new ConcurrentLinkedQueue<>();

    SmtpConnections(Session session, SmtpSettings settings) {
        this.session = session;
        this.permits = new Semaphore(settings.connections());
    }

    /** What is done with a connection. */
    interface Use {
        void with(Transport transport) throws MessagingException;
    }

    static Session session(SmtpSettings settings) {
        String timeoutMs = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", timeoutMs);
        properties.put("mail.smtp.timeout", timeoutMs);
        properties.put("mail.smtp.writetimeout", timeoutMs);
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        if (settings.user() != null) {
            properties.put("mail.smtp.user", settings.user());
        }
        String password = settings.password();
        return Session.getInstance(properties, new SmtpLogin(settings.user(), password));
    }

    /**
     * Waits for a free connection, opens one where none is idle, and uses it.
     *
     * @throws MessagingException if the use fails; the connection is not used again then.
     * @throws InterruptedException if interrupted while waiting.
     */
    void use(Use use) throws MessagingException, InterruptedException {
        permits.acquire();
        Transport transport = null;
        boolean done = false;
        try {
            transport = connected();
            use.with(transport);
            done = true;
        } finally {
            if (transport != null) {
                putBackOrClose(transport, done);
            }
            permits.release();
        }
    }

    @Override
    public void close() {
        for (Transport transport = idle.poll(); transport != null; transport = idle.poll()) {
            closeQuietly(transport);
        }
    }

    private Transport connected() throws MessagingException {
        Transport kept = idle.poll();
        if (kept != null && kept.isConnected()) {
            return kept;
        }
        Transport opened = session.getTransport();
        opened.connect();
        return opened;
    }

    private void putBackOrClose(Transport transport, boolean reusable) {
        if (reusable) {
            idle.add(transport);
        } else {
            closeQuietly(transport);
        }
    }

    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException failure) {
            log.debug("a connection to the mail server did not close cleanly", failure);
        }
    }
}
