package dev.orderbackbone.orderevents.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShippedLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Bodies of requests, UTF-8. What is null is left out. */
final class RequestJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int FIRST_BYTES = 4_096;

    private RequestJson() {}

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] of(NewOrder order) {
        return object(json -> {
            json.writeStringField("storeId", order.storeId());
            optional(json, "customerId", order.customerId());
            contact(json, order.contact());
            optional(json, "country", order.country());
            json.writeStringField("currency", order.currency());
            json.writeStringField("orderedAt", order.orderedAt().toString());
            json.writeStringField("paymentMethod", order.paymentMethod());
            json.writeArrayFieldStart("lines");
            for (OrderLine line : order.lines()) {
                line(json, line);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("charges");
            for (Charge charge : order.charges()) {
                charge(json, charge);
            }
            json.writeEndArray();
            json.writeNumberField("totalMinor", order.totalMinor());
        });
    }

    static byte[] of(Cancellation cancellation) {
        return object(json -> {
            json.writeStringField("reason", cancellation.reason());
            json.writeStringField("requestedBy", cancellation.requestedBy());
        });
    }

    static byte[] of(Shipment shipment) {
        return object(json -> {
            json.writeStringField("shipmentId", shipment.shipmentId());
            optional(json, "carrier", shipment.carrier());
            optional(json, "trackingCode", shipment.trackingCode());
            json.writeArrayFieldStart("lines");
            for (ShippedLine line : shipment.lines()) {
                json.writeStartObject();
                json.writeNumberField("lineNumber", line.lineNumber());
                json.writeNumberField("quantity", line.quantity());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static byte[] of(Return goods) {
        return object(json -> {
            json.writeStringField("returnId", goods.returnId());
            optional(json, "reason", goods.reason());
            json.writeArrayFieldStart("lines");
            for (ReturnedLine line : goods.lines()) {
                json.writeStartObject();
                json.writeNumberField("lineNumber", line.lineNumber());
                json.writeNumberField("quantity", line.quantity());
                json.writeBooleanField("restock", line.restock());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static byte[] of(StockReceipt receipt) {
        return object(json -> {
            json.writeStringField("receiptId", receipt.receiptId());
            json.writeStringField("storeId", receipt.storeId());
            json.writeStringField("location", receipt.location());
            json.writeArrayFieldStart("lines");
            for (StockLine line : receipt.lines()) {
                stock(json, line.sku(), "quantity", line.quantity());
            }
            json.writeEndArray();
        });
    }

    static byte[] of(StockAdjustment adjustment) {
        return object(json -> {
            json.writeStringField("adjustmentId", adjustment.adjustmentId());
            json.writeStringField("storeId", adjustment.storeId());
            json.writeStringField("location", adjustment.location());
            json.writeStringField("reason", adjustment.reason());
            json.writeArrayFieldStart("lines");
            for (StockDelta line : adjustment.lines()) {
                stock(json, line.sku(), "delta", line.delta());
            }
            json.writeEndArray();
        });
    }

    private static void contact(JsonGenerator json, @Nullable Contact contact) throws IOException {
        if (contact != null) {
            json.writeObjectFieldStart("contact");
            optional(json, "name", contact.name());
            optional(json, "email", contact.email());
            json.writeEndObject();
        }
    }

    private static void line(JsonGenerator json, OrderLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("sku", line.sku());
        optional(json, "description", line.description());
        json.writeNumberField("quantity", line.quantity());
        json.writeNumberField("unitPriceMinor", line.unitPriceMinor());
        json.writeStringField("location", line.location());
        json.writeEndObject();
    }

    private static void charge(JsonGenerator json, Charge charge) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", charge.code());
        optional(json, "description", charge.description());
        json.writeNumberField("amountMinor", charge.amountMinor());
        json.writeEndObject();
    }

    private static void stock(JsonGenerator json, String sku, String unitsField, int units) throws IOException {
        json.writeStartObject();
        json.writeStringField("sku", sku);
        json.writeNumberField(unitsField, units);
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static byte[] object(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(FIRST_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory can always be written
        }
        return bytes.toByteArray();
    }
}
