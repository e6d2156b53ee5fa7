package dev.orderbackbone.operator.demo.retail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The file: plain or gzip-compressed CSV with the columns of the data set. */
public final class RetailFile {
    private static final List<String> HEADER = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId SHOP_ZONE = ZoneId.of("Europe/London");
    private static final int GZIP_FIRST_BYTE = 0x1f;

    private final Map<String, String> repeatedTexts = new HashMap<>();

    private RetailFile() {}

    /**
     * The rows of each invoice, the invoices in the order of their first row: the rows of one invoice need not stand together.
     *
     * @throws IOException if it cannot be read or is not such a file; the message names the line.
     */
    static Map<String, List<RetailRow>> readInvoices(InputStream content) throws IOException {
        return new RetailFile().read(content);
    }

    private Map<String, List<RetailRow>> read(InputStream content) throws IOException {
        Map<String, List<RetailRow>> invoices = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked(content), UTF_8))) {
            Csv csv = new Csv(reader);
            List<String> header = csv.next();
            if (!HEADER.equals(header)) {
                throw new IOException(
                        "not an Online Retail file: the columns must be " + HEADER + ", but are " + header);
            }
            long line = 1;
            for (List<String> fields = csv.next(); fields != null; fields = csv.next()) {
                line++;
                RetailRow row = row(fields, line);
                invoices.computeIfAbsent(row.invoice(), invoice -> new ArrayList<>())
                        .add(row);
            }
        }
        return invoices;
    }

    private static InputStream unpacked(InputStream content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content, 1 << 16);
        buffered.mark(1);
        int first = buffered.read();
        buffered.reset();
        return first == GZIP_FIRST_BYTE ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private RetailRow row(List<String> fields, long line) throws IOException {
        if (fields.size() != HEADER.size()) {
            throw new IOException("record " + line + " has " + fields.size() + " fields instead of " + HEADER.size());
        }
        try {
            return new RetailRow(
                    shared(fields.get(0)),
                    shared(fields.get(1)),
                    shared(fields.get(2)),
                    Integer.parseInt(fields.get(3)),
                    LocalDateTime.parse(fields.get(4), TIME).atZone(SHOP_ZONE).toInstant(),
                    new BigDecimal(fields.get(5)),
                    fields.get(6).isEmpty() ? null : shared(fields.get(6)),
                    shared(fields.get(7)));
        } catch (NumberFormatException | DateTimeException invalid) {
            throw new IOException(
                    "record " + line + " of invoice " + fields.get(0) + ": " + invalid.getMessage(), invalid);
        }
    }

    /** The file repeats most of its texts hundreds of times: each is kept once. */
    private String shared(String text) {
        return repeatedTexts.computeIfAbsent(text, same -> same);
    }
}
