package dev.orderbackbone.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How far the requests of one partition have come, in the form that is kept with the group's offset. Below {@code upTo} all is done except
 * what is open; from there to the horizon nothing is known; at and beyond the horizon nothing has ever been begun.
 *
 * <p>As text: a version, then numbers in base64, each in groups of seven bits, the lowest first: from {@code upTo} to the horizon, from the
 * position to {@code upTo}, and from each open offset to the next. The first open offset is the position itself.
 *
 * @param open offsets that are not known to be done, ascending, all below {@code upTo}.
 * @param upTo 0 or more.
 * @param horizon {@code upTo} or more.
 */
record CommittedProgress(List<Long> open, long upTo, long horizon) {
    /** What a broker takes by default ({@code offset.metadata.max.bytes}). */
    static final int MOST_CHARACTERS = 4_096;

    private static final char VERSION = '1';
    /** With two numbers of ten bytes before them, they are 4,028 characters. */
    private static final int MOST_BYTES_OF_GAPS = 3_000;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    /** Checks the order of all offsets. */
    CommittedProgress {
        open = List.copyOf(open);
        long least = 0;
        for (long offset : open) {
            require(offset >= least && offset < upTo, "open offsets must ascend and be below " + upTo + ": " + open);
            least = offset + 1;
        }
        require(upTo >= 0 && horizon >= upTo, "0 <= upTo <= horizon, but they are " + upTo + " and " + horizon);
    }

    /** Of a partition in which nothing has ever been begun. */
    static CommittedProgress beforeAll(long position) {
        return new CommittedProgress(List.of(), position, position);
    }

    /** Reads what {@link #metadata} wrote; empty for anything else. */
    static Optional<CommittedProgress> read(long position, String metadata) {
        if (metadata.isEmpty() || metadata.charAt(0) != VERSION) {
            return Optional.empty();
        }
        try {
            ByteBuffer numbers = ByteBuffer.wrap(Base64.getUrlDecoder().decode(metadata.substring(1)));
            long unknown = next(numbers);
            long upTo = Math.addExact(position, next(numbers));
            List<Long> open = new ArrayList<>();
            if (upTo > position) {
                open.add(position);
            }
            while (numbers.hasRemaining()) {
                open.add(Math.addExact(open.getLast(), next(numbers)));
            }
            return Optional.of(new CommittedProgress(open, upTo, Math.addExact(upTo, unknown)));
        } catch (RuntimeException garbage) {
            return Optional.empty();
        }
    }

    /** All before it is done; the group's offset. */
    long position() {
        return open.isEmpty() ? upTo : open.getFirst();
    }

    /** What goes with the group's offset, {@link #MOST_CHARACTERS} at most: where more is open than fits, less counts as done. */
    String metadata() {
        ByteArrayOutputStream gaps = new ByteArrayOutputStream();
        long end = upTo;
        for (int i = 1; i < open.size(); i++) {
            byte[] gap = bytesOf(open.get(i) - open.get(i - 1));
            if (gaps.size() + gap.length > MOST_BYTES_OF_GAPS) {
                end = open.get(i);
                break;
            }
            gaps.writeBytes(gap);
        }
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        numbers.writeBytes(bytesOf(horizon - end));
        numbers.writeBytes(bytesOf(end - position()));
        numbers.writeBytes(gaps.toByteArray());
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(numbers.toByteArray());
    }

    private static byte[] bytesOf(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = number;
        while (rest >= MORE) {
            bytes.write((int) (rest % MORE) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    /** The next number, 0 or more; else it throws. */
    private static long next(ByteBuffer bytes) throws BufferUnderflowException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += BITS) {
            byte one = bytes.get();
            number |= (long) (one & (MORE - 1)) << shift;
            if (one >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("more than 63 bits");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
