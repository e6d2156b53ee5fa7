package dev.orderbackbone.benchmarks.contender.ours;

import dev.orderbackbone.benchmarks.BenchFailure;
import dev.orderbackbone.benchmarks.workload.Skus;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.orderevents.client.Answer.Refused;
import dev.orderbackbone.orderevents.client.OrdersHttpClient;
import dev.orderbackbone.orderevents.client.OrdersHttpSettings;
import dev.orderbackbone.orderevents.client.StockReceipt;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** Brings what is sold into stock, over HTTP as a warehouse would. */
final class OpeningStock {
    private static final String LOCATION = "main";
    private static final int LINES_PER_RECEIPT = 500;

    private OpeningStock() {}

    static void load(URI orders) throws InterruptedException {
        try (OrdersHttpClient client = new OrdersHttpClient(OrdersHttpSettings.of(orders))) {
            for (int from = 0; from < Skus.ALL; from += LINES_PER_RECEIPT) {
                StockReceipt receipt = new StockReceipt("opening-" + from, OrderRequest.STORE, LOCATION, lines(from));
                if (client.receive(receipt) instanceof Refused refused) {
                    throw new BenchFailure("stock was refused: " + refused);
                }
            }
        }
    }

    private static List<StockLine> lines(int from) {
        return IntStream.range(from, Math.min(from + LINES_PER_RECEIPT, Skus.ALL))
                .mapToObj(sku -> new StockLine(Skus.name(sku), Skus.initialUnits(sku)))
                .toList();
    }
}
