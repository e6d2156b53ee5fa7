package dev.orderbackbone.orderevents.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An error as RFC 9457 has it (application/problem+json), with the broken rule and the field that breaks it as members of its own.
 *
 * @param status HTTP status.
 * @param rule the broken rule; its problem type is {@code urn:orderbackbone:problem:<rule>}.
 * @param field JSON pointer into the body, or a header's name; empty for the whole request.
 * @param detail what is wrong, for a person.
 */
record Problem(int status, String rule, String field, String detail) {
    static final MediaType MEDIA_TYPE = new MediaType("application/problem+json");

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_TEXT = 500;
    private static final String RETRY_AFTER_SECONDS = "5";

    /** Field and detail may quote what was sent: they are cut, and halves of characters, which cannot be written, are replaced. */
    Problem {
        field = writable(field);
        detail = writable(detail);
    }

    static Problem of(RefusedRequest refused) {
        return new Problem(refused.status(), refused.rule(), refused.field(), String.valueOf(refused.getMessage()));
    }

    MutableHttpResponse<byte[]> response() {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(status));
        response.body(json()).contentType(MEDIA_TYPE);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response;
    }

    private byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "urn:orderbackbone:problem:" + rule);
            json.writeStringField("title", HttpStatus.valueOf(status).getReason());
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeStringField("rule", rule);
            json.writeStringField("field", field);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory can always be written
        }
        return bytes.toByteArray();
    }

    private static String writable(String text) {
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        return new String(cut.getBytes(UTF_8), UTF_8);
    }
}
