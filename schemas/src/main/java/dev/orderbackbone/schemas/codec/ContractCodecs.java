package dev.orderbackbone.schemas.codec;

import dev.orderbackbone.contract.Message;

/** The codecs of the contract types, made when they are first asked for and shared by all. */
public final class ContractCodecs {
    private static final ClassValue<RecordCodec<? extends Message>> CODECS = new ClassValue<>() {
        @Override
        protected RecordCodec<? extends Message> computeValue(Class<?> type) {
            Class<? extends Message> message = type.asSubclass(Message.class);
            return RecordCodec.of(message, ContractSchemas.of(message));
        }
    };

    private ContractCodecs() {}

    /** The codec of a contract type. */
    @SuppressWarnings("unchecked") // computeValue makes the codec of exactly this class
    public static <T extends Message> RecordCodec<T> of(Class<T> type) {
        return (RecordCodec<T>) CODECS.get(type);
    }
}
