package dev.orderbackbone.schemas.codec;

import java.io.IOException;

/** A Java enum. Avro's resolution has already turned a symbol of a newer release into the enum's default. */
final class EnumValue implements Value {
    private final Object[] constants;

    /**
     * @param constants in the order of the symbols, which is that of their ordinals.
     */
    EnumValue(Object[] constants) {
        this.constants = constants;
    }

    @Override
    public Object read(Reading reading) throws IOException {
        int symbol = reading.in().readEnum();
        if (symbol < 0 || symbol >= constants.length) {
            throw new CorruptBytesException(
                    "symbol " + symbol + " of " + constants[0].getClass().getName());
        }
        return constants[symbol];
    }

    @Override
    @SuppressWarnings(
            "EnumOrdinal") // Avro writes the index of the symbol, and the compiler has seen that the two are the same
    public void write(Object value, BytesEncoder out) throws IOException {
        out.writeEnum(((Enum<?>) value).ordinal());
    }
}
