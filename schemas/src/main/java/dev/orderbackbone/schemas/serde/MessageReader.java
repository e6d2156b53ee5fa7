package dev.orderbackbone.schemas.serde;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.schemas.codec.RecordReader;
import dev.orderbackbone.schemas.serde.UndecodableException.Reason;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is done with messages of one schema id. */
sealed interface MessageReader {
    Message read(byte[] bytes);

    /** They are of a type of the contract. */
    record Known(String typeName, RecordReader<? extends Message> reader) implements MessageReader {
        @Override
        public Message read(byte[] bytes) {
            try {
                return reader.read(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES);
            } catch (EOFException tooShort) {
                throw failure(Reason.TRUNCATED, tooShort);
            } catch (IOException | RuntimeException nonsense) {
                throw failure(Reason.CORRUPT, nonsense);
            }
        }

        private UndecodableException failure(Reason reason, Exception cause) {
            return new UndecodableException(reason, typeName, typeName + ": " + cause.getMessage(), cause);
        }
    }

    /** They cannot be read. */
    record Refused(Reason reason, @Nullable String typeName, String message) implements MessageReader {
        @Override
        public Message read(byte[] bytes) {
            throw new UndecodableException(reason, typeName, message, null);
        }
    }
}
