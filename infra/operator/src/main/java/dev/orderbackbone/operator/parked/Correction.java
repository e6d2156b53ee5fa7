package dev.orderbackbone.operator.parked;

import dev.orderbackbone.contract.Message;
import java.util.List;

/**
 * What a parked record is to say instead.
 *
 * @param entry the record.
 * @param value its bytes.
 * @param differences what is changed, field by field, without personal data.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: it is on its way to a producer
record Correction(ParkedEntry entry, Message message, byte[] value, List<String> differences) {
    Correction {
        differences = List.copyOf(differences);
    }
}
