package dev.orderbackbone.simulators.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes command lines and messages off a connection. */
final class SmtpInput {

    private static final int BUFFER_BYTES = 8_192;

    /** RFC 5321 asks for 512; extensions and long addresses get more. */
    private static final int MAX_COMMAND_BYTES = 4_096;

    private final InputStream input;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;

    /** A line that is longer than a command may be. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }

    SmtpInput(InputStream input) {
        this.input = input;
    }

    /** Whether the client has sent more than was read so far: it pipelines, so replies can wait for each other. */
    boolean hasMore() {
        return position < end;
    }

    /** The next command without its line end; null at the end of the connection. */
    @Nullable
    String command() throws IOException, TooLong {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = read(); next >= 0; next = read()) {
            if (next == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            if (line.size() >= MAX_COMMAND_BYTES) {
                throw new TooLong();
            }
            line.write(next);
        }
        return null;
    }

    /**
     * A message up to the line with a single dot, dots unstuffed (RFC 5321, 4.5.2). Only CRLF ends a line: a bare line
     * feed is content, or two servers could disagree about where a message ends.
     *
     * @return null when it is larger than allowed; it has been read to its end then too.
     */
    byte @Nullable [] message(int maxBytes) throws IOException {
        DotUnstuffing message = new DotUnstuffing(maxBytes);
        while (message.take(required())) {
            // until the line with the single dot
        }
        return message.content();
    }

    private int required() throws IOException {
        int next = read();
        if (next < 0) {
            throw new IOException("the connection ended within a message");
        }
        return next;
    }

    private int read() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, input.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }
}
