package dev.orderbackbone.operator.demo;

import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.operator.demo.retail.Input;
import dev.orderbackbone.operator.demo.retail.RetailMapping;
import dev.orderbackbone.orderevents.client.StockReceipt;
import dev.orderbackbone.simulators.faults.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in the warehouse before the first order: of each SKU as much as the inputs order and write off, so that everything could be served;
 * of one SKU in a hundred a tenth less, so that some orders are short.
 */
final class OpeningStock {
    private static final double SHORT_SKUS_PERCENT = 1;
    private static final int SHORT_BY_ONE_IN = 10;
    private static final int LINES_PER_RECEIPT = 500;
    private static final int ONLY_ATTEMPT = 1;

    private OpeningStock() {}

    /** The receipts to load it by, under ids that begin with the run's. */
    static List<StockReceipt> of(List<Input> inputs, DemoSettings settings) {
        List<StockLine> lines = new ArrayList<>();
        demand(inputs).forEach((sku, units) -> {
            int loaded = Math.toIntExact(units - shortBy(settings.seed(), sku, units));
            if (loaded > 0) {
                lines.add(new StockLine(sku, loaded));
            }
        });
        List<StockReceipt> receipts = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LINES_PER_RECEIPT) {
            receipts.add(new StockReceipt(
                    settings.run() + "-receipt-" + (receipts.size() + 1),
                    RetailMapping.STORE,
                    RetailMapping.LOCATION,
                    lines.subList(from, Math.min(from + LINES_PER_RECEIPT, lines.size()))));
        }
        return receipts;
    }

    private static Map<String, Long> demand(List<Input> inputs) {
        Map<String, Long> units = new TreeMap<>();
        for (Input input : inputs) {
            if (input instanceof Input.Order order) {
                for (OrderLine line : order.order().lines()) {
                    units.merge(line.sku(), (long) line.quantity(), Long::sum);
                }
            } else if (input instanceof Input.Adjustment adjustment && adjustment.delta() < 0) {
                units.merge(adjustment.sku(), (long) -adjustment.delta(), Long::sum);
            }
        }
        return units;
    }

    private static long shortBy(long seed, String sku, long units) {
        boolean isShort = Dice.percent(seed, sku, ONLY_ATTEMPT, "short") < SHORT_SKUS_PERCENT;
        return isShort ? (units + SHORT_BY_ONE_IN - 1) / SHORT_BY_ONE_IN : 0;
    }
}
