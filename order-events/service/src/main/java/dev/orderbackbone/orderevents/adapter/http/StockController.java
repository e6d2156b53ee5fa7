package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Answers.answer;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.orderevents.domain.StockRules;
import dev.orderbackbone.orderevents.flow.Handover;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Stock over HTTP: receipts and adjustments. Both may be repeated: the pools know them by their ids. */
@Controller(value = "/v1/stock", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StockController {
    private final Handover log;
    private final StockSplit split;
    private final InstantSource clock;

    StockController(Handover log, StockPools pools, InstantSource clock) {
        this.log = log;
        this.split = new StockSplit(pools);
        this.clock = clock;
    }

    /** Takes in that goods have arrived. */
    @Post("/receipts")
    HttpResponse<byte[]> receive(HttpRequest<byte[]> request) {
        return answer(() -> {
            ReceiveStock receipt = StockJson.readReceipt(Requests.body(request), clock.instant(), UUID.randomUUID());
            Requests.check(StockRules.firstBroken(receipt));
            return handOver(split.byPool(receipt));
        });
    }

    /** Takes in a correction of the stock on hand. */
    @Post("/adjustments")
    HttpResponse<byte[]> adjust(HttpRequest<byte[]> request) {
        return answer(() -> {
            AdjustStock adjustment =
                    StockJson.readAdjustment(Requests.body(request), clock.instant(), UUID.randomUUID());
            Requests.check(StockRules.firstBroken(adjustment));
            return handOver(split.byPool(adjustment));
        });
    }

    private MutableHttpResponse<byte[]> handOver(List<InventoryCommand> commands) {
        log.handOver(commands);
        return Answers.accepted();
    }
}
