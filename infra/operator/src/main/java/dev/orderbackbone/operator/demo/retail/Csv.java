package dev.orderbackbone.operator.demo.retail;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads comma-separated values (RFC 4180): quoted fields may hold commas, doubled quotes and line ends. */
final class Csv {
    private static final int END = -1;
    private final BufferedReader in;

    Csv(BufferedReader in) {
        this.in = in;
    }

    /** The fields of the next record; null at the end. */
    @Nullable
    List<String> next() throws IOException {
        int c = in.read();
        if (c == END) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        while (true) {
            if (c == '"' && field.isEmpty()) {
                c = quoted(field);
            } else if (c == ',' || c == '\n' || c == END) {
                fields.add(field.toString());
                field.setLength(0);
                if (c != ',') {
                    return fields;
                }
                c = in.read();
            } else {
                if (c != '\r') {
                    field.append((char) c);
                }
                c = in.read();
            }
        }
    }

    /** Reads up to the closing quote and returns the character after it. */
    private int quoted(StringBuilder field) throws IOException {
        while (true) {
            int c = in.read();
            if (c == END) {
                throw new IOException("a quoted field does not end");
            }
            if (c != '"') {
                field.append((char) c);
                continue;
            }
            int after = in.read();
            if (after != '"') {
                return after;
            }
            field.append('"');
        }
    }
}
