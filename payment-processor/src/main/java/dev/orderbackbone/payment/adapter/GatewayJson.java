package dev.orderbackbone.payment.adapter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gateway's JSON. */
final class GatewayJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private GatewayJson() {}

    /**
     * The fields of an answer that matter here; a text that is missing is empty.
     *
     * @param id of the authorisation, capture, void or refund; null where missing.
     * @param amountMinor minor units; null where missing.
     */
    record Fields(
            @Nullable String id,
            String status,
            String code,
            String idempotencyKey,
            @Nullable Long amountMinor) {}

    /** The body is no JSON object. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(IOException cause) {
            super(cause);
        }
    }

    static byte[] bodyOf(GatewayCall call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("reference", call.meta().orderId());
            json.writeStringField("currency", call.currency());
            if (call.operation() != GatewayOperation.VOID) {
                json.writeNumberField("amountMinor", call.amountMinor());
            }
            if (call.operation() == GatewayOperation.AUTHORIZE) {
                json.writeStringField("paymentMethod", Objects.requireNonNull(call.paymentMethod()));
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory can always be written
        }
        return bytes.toByteArray();
    }

    static Fields read(String body) throws NotUnderstood {
        String id = null;
        String status = "";
        String code = "";
        String idempotencyKey = "";
        Long amountMinor = null;
        try (JsonParser json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> id = text(json);
                    case "status" -> status = text(json);
                    case "code" -> code = text(json);
                    case "idempotencyKey" -> idempotencyKey = text(json);
                    case "amountMinor" -> amountMinor = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        } catch (IOException garbage) {
            throw new NotUnderstood(garbage);
        }
        return new Fields(id, status, code, idempotencyKey, amountMinor);
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IOException(json.currentName() + " is no text");
        }
        return json.getText();
    }
}
