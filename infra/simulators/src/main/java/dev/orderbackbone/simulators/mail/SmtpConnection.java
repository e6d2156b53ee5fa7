package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.faults.Attempts;
import dev.orderbackbone.simulators.faults.FaultSwitch;
import dev.orderbackbone.simulators.faults.Faults;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection: commands and messages in, replies out, held back while the client pipelines. */
final class SmtpConnection {

    private static final Set<MailFault> BY_ATTEMPT = EnumSet.complementOf(EnumSet.of(MailFault.REJECT_PERMANENT));

    private final Socket socket;
    private final SmtpInput input;
    private final OutputStream output;
    private final SmtpSession session;
    private final MailSettings settings;
    private final FaultSwitch<MailFault> faults;
    private final Attempts attempts;
    private final MailStore store;
    private final MailTally tally;

    SmtpConnection(
            Socket socket,
            MailSettings settings,
            FaultSwitch<MailFault> faults,
            Attempts attempts,
            MailStore store,
            MailTally tally)
            throws IOException {
        this.socket = socket;
        this.input = new SmtpInput(socket.getInputStream());
        this.output = new BufferedOutputStream(socket.getOutputStream());
        this.session = new SmtpSession(settings.maxMessageBytes());
        this.settings = settings;
        this.faults = faults;
        this.attempts = attempts;
        this.store = store;
        this.tally = tally;
    }

    void serve() throws IOException {
        tally.count("connections");
        try {
            boolean open = welcome();
            while (open) {
                open = exchange();
            }
        } catch (SmtpInput.TooLong e) {
            send(SmtpReply.LINE_TOO_LONG);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        output.flush();
    }

    private boolean welcome() throws IOException {
        boolean available = !faults.unavailable();
        send(available ? SmtpReply.READY : SmtpReply.UNAVAILABLE);
        return available;
    }

    /** One command and its reply, a message included; returns whether the connection goes on. */
    private boolean exchange() throws IOException, SmtpInput.TooLong, InterruptedException {
        flushUnlessPipelined();
        String command = input.command();
        if (command == null) {
            return false;
        }
        SmtpReply reply = faults.unavailable() ? SmtpReply.UNAVAILABLE : session.reply(command);
        return switch (reply) {
            case BYE, UNAVAILABLE -> {
                send(reply);
                yield false;
            }
            case START_MESSAGE -> message();
            default -> {
                answer(command, reply);
                yield true;
            }
        };
    }

    private void answer(String command, SmtpReply reply) throws IOException {
        if (reply == SmtpReply.OK && command.toUpperCase(Locale.ROOT).startsWith("EHLO")) {
            sendExtensions();
        } else {
            send(reply);
        }
    }

    private boolean message() throws IOException, InterruptedException {
        send(SmtpReply.START_MESSAGE);
        flushUnlessPipelined();
        byte[] message = input.message(settings.maxMessageBytes());
        List<String> to = session.to();
        String from = session.from();
        session.reset();
        if (message == null) {
            send(SmtpReply.TOO_LARGE);
            return true;
        }
        return delivered(from, to, message);
    }

    private boolean delivered(String from, List<String> to, byte[] message) throws IOException, InterruptedException {
        MailHeaders headers = MailHeaders.of(message);
        String key = headers.first("message-id");
        int attempt = attempts.of(key);
        MailFault fault = strike(key, attempt);
        delay(faults.current().latencyMs(key, attempt));
        return switch (fault) {
            case null -> {
                store.accept(from, to, message, headers);
                yield send(SmtpReply.ACCEPTED);
            }
            case REJECT_PERMANENT -> send(SmtpReply.REJECTED);
            case REJECT_TEMPORARY -> send(SmtpReply.LATER);
            case DROP_BEFORE_ACCEPT -> drop();
            case DROP_AFTER_ACCEPT -> {
                store.accept(from, to, message, headers);
                yield drop();
            }
        };
    }

    private @Nullable MailFault strike(String key, int attempt) {
        Faults<MailFault> current = faults.current();
        MailFault fault = current.strikes(MailFault.REJECT_PERMANENT, key, 0)
                ? MailFault.REJECT_PERMANENT
                : current.firstToStrike(BY_ATTEMPT, key, attempt);
        if (fault != null) {
            attempts.strike(key);
            tally.count("fault_" + fault.name().toLowerCase(Locale.ROOT));
        }
        return fault;
    }

    private static void delay(long delayMs) throws InterruptedException {
        if (delayMs > 0) {
            Thread.sleep(delayMs);
        }
    }

    /** Ends the connection the hard way: closing with nothing to linger for sends RST. */
    private boolean drop() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        return false;
    }

    private void flushUnlessPipelined() throws IOException {
        if (!input.hasMore()) {
            output.flush();
        }
    }

    private boolean send(SmtpReply reply) throws IOException {
        tally.count("reply_" + reply.code());
        sendLine(reply.line());
        return true;
    }

    private void sendExtensions() throws IOException {
        tally.count("reply_250");
        List<String> lines = session.extensions();
        for (int i = 0; i < lines.size(); i++) {
            sendLine((i < lines.size() - 1 ? "250-" : "250 ") + lines.get(i));
        }
    }

    private void sendLine(String line) throws IOException {
        output.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
