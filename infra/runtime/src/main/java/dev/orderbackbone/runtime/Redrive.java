package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.runtime.ParkedHeaders.Origin;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a record of a redrive topic says: which parked record is to be dealt with, and how. It has the key, the value and all headers of the parked
 * record, the value corrected where it is edited, and these headers more: {@code redrive.action}: an {@link Action}; {@code redrive.operation}: the
 * id of what the operator does, as it stands in the audit; {@code redrive.edited}: only where the value is another than that of the parked record.
 * It stands in the partition of the record's origin.
 *
 * @param origin where the record was first read, with {@code attempt} what it is known by.
 * @param attempt how often it had been parked then, 1 or more.
 * @param turn where it stands in the line that it stops; null where it stops none.
 * @param isLeftAtOrigin whether its value was too large to be parked.
 */
public record Redrive(
        Action action,
        String operation,
        Origin origin,
        int attempt,
        @Nullable Turn turn,
        boolean isEdited,
        boolean isLeftAtOrigin) {
    public static final String ACTION = "redrive.action";
    public static final String OPERATION = "redrive.operation";
    public static final String EDITED = "redrive.edited";

    /** Why a record of a redrive topic changed nothing, in the words of the tally: it does not say what it is to. */
    public static final String MALFORMED = "redrive-malformed";

    /** The same: what it names has been dealt with already, or was never parked. */
    public static final String NOT_PARKED = "redrive-not-parked";

    /** The same: an earlier record of its line is still parked, and must not be overtaken. */
    public static final String BEHIND = "redrive-behind-parked";

    /** The same: it was not the service's decider that could not deal with it, and there is nobody else to try again. */
    public static final String NOT_DECIDED = "redrive-not-decided-here";

    /** The same: its value was too large to be parked, so that there is none to try. */
    public static final String NO_VALUE = "redrive-no-value";

    static final String PREFIX = "redrive.";

    /** What is to be done with a parked record. */
    public enum Action {
        /** It is decided on again. */
        REDRIVE,
        /** It is not needed any more. */
        DISCARD
    }

    /** The headers of a redrive record. */
    public static Headers headers(Headers parked, Action action, String operation, boolean isEdited) {
        Headers headers = new RecordHeaders(parked);
        headers.remove(ACTION).add(ACTION, action.name().getBytes(UTF_8));
        headers.remove(OPERATION).add(OPERATION, operation.getBytes(UTF_8));
        headers.remove(EDITED);
        if (isEdited) {
            headers.add(EDITED, "true".getBytes(UTF_8));
        }
        return headers;
    }

    /** What the headers of a redrive record say; empty where they do not say enough. */
    public static Optional<Redrive> of(Headers headers) {
        try {
            Origin origin = new Origin(
                    text(headers, ParkedHeaders.TOPIC),
                    Integer.parseInt(text(headers, ParkedHeaders.PARTITION)),
                    Long.parseLong(text(headers, ParkedHeaders.OFFSET)),
                    Long.parseLong(text(headers, ParkedHeaders.TIMESTAMP)));
            boolean isInLine = headers.lastHeader(ParkedHeaders.LINE) != null;
            return Optional.of(new Redrive(
                    Action.valueOf(text(headers, ACTION)),
                    text(headers, OPERATION),
                    origin,
                    Integer.parseInt(text(headers, ParkedHeaders.ATTEMPT)),
                    isInLine
                            ? new Turn(
                                    text(headers, ParkedHeaders.LINE),
                                    Long.parseLong(text(headers, ParkedHeaders.PLACE)))
                            : null,
                    headers.lastHeader(EDITED) != null,
                    headers.lastHeader(ParkedHeaders.LEFT_AT_ORIGIN) != null));
        } catch (IllegalArgumentException notSaid) {
            return Optional.empty();
        }
    }

    /** Whether it may stand in that partition of its topic: what stands elsewhere is not dealt with. */
    public boolean belongsTo(int partition) {
        return isOfDeadline() || origin.partition() == partition;
    }

    /** Whether it is a passed deadline that was parked. */
    public boolean isOfDeadline() {
        return origin.topic().equals(ParkedHeaders.NO_TOPIC);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }
}
