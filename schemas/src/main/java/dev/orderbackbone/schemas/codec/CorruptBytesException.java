package dev.orderbackbone.schemas.codec;

import java.io.IOException;

/** Bytes that no writer of the schema can have written. */
final class CorruptBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    CorruptBytesException(String what) {
        super(what);
    }
}
