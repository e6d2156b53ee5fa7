package dev.orderbackbone.schemas.serde;

import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Bytes that are no message that this release can read. It would be the same at every attempt: park them, or count and skip them. */
public final class UndecodableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes. */
    public enum Reason {
        /** There are none. */
        NULL_VALUE,
        /** They do not start with a zero byte: not Confluent's wire format. */
        NO_MAGIC_BYTE,
        /** The registry has no schema of that id, and said so. */
        UNKNOWN_SCHEMA_ID,
        /** They end too early. */
        TRUNCATED,
        /** They are not what their schema says. */
        CORRUPT,
        /** A type that this release does not know, see {@link UndecodableException#typeName}. */
        UNKNOWN_TYPE,
        /** A known type, but its schema cannot be resolved to this release's: somebody got round the compatibility check. */
        INCOMPATIBLE_SCHEMA
    }

    private final Reason reason;
    private final @Nullable String typeName;
    private final @Nullable String orderId;

    UndecodableException(Reason reason, @Nullable String typeName, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.typeName = typeName;
        this.orderId = null;
    }

    /** A type that this release does not know. */
    UndecodableException(String typeName, @Nullable String orderId, String message) {
        super(message);
        this.reason = Reason.UNKNOWN_TYPE;
        this.typeName = typeName;
        this.orderId = orderId;
    }

    /** What is wrong with the bytes. */
    public Reason reason() {
        return reason;
    }

    /** Full name of the type that was written, where the bytes still tell. */
    public Optional<String> typeName() {
        return Optional.ofNullable(typeName);
    }

    /** The order that a message of an {@linkplain Reason#UNKNOWN_TYPE unknown type} concerns, where it concerns one and its meta tells. */
    public Optional<String> orderId() {
        return Optional.ofNullable(orderId);
    }
}
