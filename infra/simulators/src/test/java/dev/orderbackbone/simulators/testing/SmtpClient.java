package dev.orderbackbone.simulators.testing;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SMTP by the line. */
public final class SmtpClient implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final BufferedReader replies;

    public SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Connected, welcomed and introduced. */
    public static SmtpClient greeted(int port) throws IOException {
        SmtpClient client = new SmtpClient(port);
        client.reply();
        client.command("HELO shop.example");
        return client;
    }

    /** Sends a command and returns the last line of its reply. */
    public String command(String line) throws IOException {
        send(line + "\r\n");
        return reply();
    }

    /** Hands over a message of one recipient; returns the reply to it. */
    public String mail(String to, String message) throws IOException {
        command("MAIL FROM:<shop@example.com>");
        command("RCPT TO:<" + to + ">");
        command("DATA");
        return command(message + "\r\n.");
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The last line of the next reply. */
    public String reply() throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        return line;
    }

    /** The next line, whether it is the last of its reply or not. */
    public String line() throws IOException {
        String line = replies.readLine();
        if (line == null) {
            throw new EOFException("the server has closed the connection");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
