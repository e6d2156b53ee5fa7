package dev.orderbackbone.operator.demo.retail;

import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.operator.demo.retail.Input.Return.Part;
import dev.orderbackbone.operator.demo.retail.Purchases.Taken;
import dev.orderbackbone.orderevents.client.NewOrder;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes inputs out of invoices. Keeps what customers bought, so invoices must be mapped in the order of the file. */
public final class RetailMapping {
    public static final String STORE = "uci";
    public static final String LOCATION = "main";
    public static final String CURRENCY = "GBP";
    private static final String PAYMENT_METHOD = "card_visa";
    private static final int PENCE_DECIMALS = 2;

    private final Purchases purchases = new Purchases();
    private final String run;

    private RetailMapping(String run) {
        this.run = run;
    }

    /**
     * The inputs of a file, in its order.
     *
     * @param limit how many invoices to take from its beginning.
     * @param run goes before the invoice number in the orders' idempotency keys: the same run again is the same orders again.
     * @throws IOException if the file cannot be read; the message names the line.
     */
    public static List<Input> read(InputStream content, int limit, String run) throws IOException {
        RetailMapping mapping = new RetailMapping(run);
        return RetailFile.readInvoices(content).entrySet().stream()
                .limit(limit)
                .map(invoice -> mapping.map(invoice.getKey(), invoice.getValue()))
                .toList();
    }

    Input map(String invoice, List<RetailRow> rows) {
        if (invoice.startsWith("A")) {
            return new Input.Refused(invoice, "bad-debt-entry");
        }
        if (invoice.startsWith("C")) {
            return returned(invoice, rows);
        }
        return isAdjustment(rows) ? adjustment(invoice, rows.getFirst()) : order(invoice, rows);
    }

    /** The warehouse books losses and finds as invoices: one line, no customer, no price; a find has a remark instead of a name. */
    private static boolean isAdjustment(List<RetailRow> rows) {
        RetailRow row = rows.getFirst();
        return rows.size() == 1
                && row.customer() == null
                && row.unitPrice().signum() == 0
                && (row.quantity() < 0 || row.description().chars().noneMatch(Character::isUpperCase));
    }

    private static Input adjustment(String invoice, RetailRow row) {
        if (!StockCodes.isGoods(row.stockCode())) {
            return new Input.Refused(invoice, "adjustment-of-no-goods");
        }
        String reason = row.description().isEmpty() ? "unspecified" : row.description();
        return new Input.Adjustment(invoice, StockCodes.skuOf(row.stockCode()), row.quantity(), reason);
    }

    private Input order(String invoice, List<RetailRow> rows) {
        List<OrderLine> lines = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        for (RetailRow row : rows) {
            long price = penceOf(row.unitPrice());
            if (StockCodes.isGoods(row.stockCode())) {
                String sku = StockCodes.skuOf(row.stockCode());
                lines.add(new OrderLine(
                        lines.size() + 1, sku, textOf(row.description()), row.quantity(), price, LOCATION));
            } else {
                charges.add(new Charge(row.stockCode(), textOf(row.description()), price * row.quantity()));
            }
        }
        RetailRow first = rows.getFirst();
        String customer = first.customer();
        NewOrder order = new NewOrder(
                STORE,
                run + "-" + invoice,
                customer,
                customer == null ? null : contactOf(customer),
                Countries.codeOf(first.country()),
                CURRENCY,
                lines,
                charges,
                PAYMENT_METHOD,
                first.time());
        if (customer != null) {
            purchases.add(customer, order);
        }
        return new Input.Order(invoice, order);
    }

    private Input returned(String invoice, List<RetailRow> rows) {
        Map<String, Map<Integer, Integer>> unitsByOrderAndLine = new LinkedHashMap<>();
        int refusedLines = 0;
        String reason = "";
        for (RetailRow row : rows) {
            String customer = row.customer();
            if (!StockCodes.isGoods(row.stockCode())) {
                reason = "charge-not-returnable";
                refusedLines++;
            } else if (customer == null) {
                reason = "guest-return";
                refusedLines++;
            } else if (!takeBack(customer, row, unitsByOrderAndLine)) {
                reason = "no-earlier-purchase";
                refusedLines++;
            }
        }
        return unitsByOrderAndLine.isEmpty()
                ? new Input.Refused(invoice, reason)
                : new Input.Return(invoice, parts(invoice, unitsByOrderAndLine), refusedLines);
    }

    /** Whether all units of the row were bought before; those that were are taken back in any case. */
    private boolean takeBack(String customer, RetailRow row, Map<String, Map<Integer, Integer>> units) {
        int quantity = -row.quantity();
        int covered = 0;
        for (Taken taken :
                purchases.takeBack(customer, StockCodes.skuOf(row.stockCode()), quantity, penceOf(row.unitPrice()))) {
            units.computeIfAbsent(taken.orderId(), order -> new TreeMap<>())
                    .merge(taken.lineNumber(), taken.quantity(), Integer::sum);
            covered += taken.quantity();
        }
        return covered == quantity;
    }

    private static List<Part> parts(String invoice, Map<String, Map<Integer, Integer>> unitsByOrderAndLine) {
        List<Part> parts = new ArrayList<>();
        unitsByOrderAndLine.forEach((orderId, units) -> {
            List<ReturnedLine> lines = units.entrySet().stream()
                    .map(line -> new ReturnedLine(line.getKey(), line.getValue(), true))
                    .toList();
            String returnId = parts.isEmpty() ? invoice : invoice + "-" + (parts.size() + 1);
            parts.add(new Part(orderId, returnId, lines));
        });
        return List.copyOf(parts);
    }

    /** Half up to pence: four rows of the file have three decimals. */
    private static long penceOf(BigDecimal price) {
        return price.setScale(PENCE_DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    private static @Nullable String textOf(String description) {
        return description.isEmpty() ? null : description;
    }

    /** The file has no names and addresses: these are made up, on a domain that can never exist (RFC 2606). */
    private static Contact contactOf(String customer) {
        return new Contact("Customer " + customer, "customer-" + customer + "@example.com");
    }
}
