package dev.orderbackbone.operator.parked;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.order.Contact;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes messages as JSON, field by field, but never personal data. */
final class MessageJson {
    /** Stands in place of personal data. */
    static final String NOT_PRINTED = "(not printed)";

    private MessageJson() {}

    static void write(JsonGenerator json, Message message) throws IOException {
        writeValue(json, message);
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Contact _ -> json.writeString(NOT_PRINTED);
            case Record record -> writeRecord(json, record);
            case List<?> list -> writeList(json, list);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeString(value.toString());
        }
    }

    private static void writeRecord(JsonGenerator json, Record record) throws IOException {
        json.writeStartObject();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            json.writeFieldName(component.getName());
            writeValue(json, MessageParts.of(component, record));
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, List<?> list) throws IOException {
        json.writeStartArray();
        for (Object element : list) {
            writeValue(json, element);
        }
        json.writeEndArray();
    }
}
