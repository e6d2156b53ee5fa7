package dev.orderbackbone.notification.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.notification.flow.Mailer;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Objects;

/** Sends by SMTP. The Message-ID is the message's stable id, so a receiver can recognise a repetition. */
public final class SmtpMailer implements Mailer, AutoCloseable {
    private final Session session;
    private final InternetAddress sender;
    private final SmtpConnections connections;

    public SmtpMailer(SmtpSettings settings) {
        this.session = SmtpConnections.session(settings);
        this.sender = addressOf(settings.sender());
        this.connections = new SmtpConnections(session, settings);
    }

    @Override
    public Outcome send(NotificationRequested request) {
        try {
            MimeMessage mail = compose(request);
            connections.use(transport -> transport.sendMessage(mail, mail.getAllRecipients()));
            return new Outcome.Sent();
        } catch (AddressException unusable) {
            return new Outcome.Refused("not an e-mail address: " + unusable.getMessage());
        } catch (MessagingException failure) {
            ServerReply reply = ServerReply.in(failure);
            return reply.isPermanent() ? new Outcome.Refused(reply.words()) : new Outcome.TryLater(reply.words());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome.TryLater("interrupted");
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private MimeMessage compose(NotificationRequested request) throws MessagingException {
        MailText text = MailText.of(request);
        String email = Objects.requireNonNull(request.contact().email());
        MimeMessage mail = new StableIdMessage(session, "<" + request.messageId() + "@" + domainOf(sender) + ">");
        mail.setFrom(sender);
        mail.setRecipients(RecipientType.TO, new Address[] {new InternetAddress(email, true)});
        mail.setSubject(text.subject(), UTF_8.name());
        mail.setText(text.body(), UTF_8.name());
        mail.setSentDate(Date.from(request.meta().occurredAt()));
        mail.setHeader("X-Order-Id", request.meta().orderId());
        mail.setHeader("X-Milestone", request.milestone().name());
        mail.setHeader("X-Occasion", request.occasion());
        mail.setHeader("X-Attempt", Integer.toString(request.attempt()));
        mail.saveChanges();
        return mail;
    }

    private static String domainOf(InternetAddress address) {
        String email = address.getAddress();
        return email.substring(email.indexOf('@') + 1);
    }

    private static InternetAddress addressOf(String email) {
        try {
            return new InternetAddress(email, true);
        } catch (AddressException invalid) {
            throw new IllegalArgumentException("smtp.sender is not an e-mail address: " + email, invalid);
        }
    }

    /** Angus Mail would make up a Message-ID of its own on each saving. */
    private static final class StableIdMessage extends MimeMessage {
        private final String messageId;

        StableIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
