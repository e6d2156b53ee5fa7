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

    /**
     * They are of a type that this release does not know.
     *
     * @param meta reads what they start with; null where that is not what all messages start with.
     */
    record Unknown(String typeName, @Nullable RecordReader<MetaAlone> meta, String message) implements MessageReader {
        @Override
        public Message read(byte[] bytes) {
            throw new UndecodableException(typeName, orderIdIn(bytes), message);
        }

        private @Nullable String orderIdIn(byte[] bytes) {
            if (meta == null) {
                return null;
            }
            try {
                String orderId = meta.read(bytes, WireFormat.HEADER_BYTES, bytes.length - WireFormat.HEADER_BYTES)
                        .meta()
                        .orderId();
                return orderId.isEmpty() ? null : orderId;
            } catch (IOException | RuntimeException nonsense) {
                return null; // then it is not known, which is an answer
            }
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
