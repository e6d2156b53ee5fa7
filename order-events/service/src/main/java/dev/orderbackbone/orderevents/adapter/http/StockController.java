package dev.orderbackbone.orderevents.adapter.http;

import static dev.orderbackbone.orderevents.adapter.http.Answers.answer;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.orderevents.domain.StockRules;
import dev.orderbackbone.orderevents.flow.Intake;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stock over HTTP: receipts and adjustments. Both may be repeated: the pools know them by their ids. */
@Controller(value = "/v1/stock", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StockController {
    private final Intake intake;
    private final StockSplit split;
    private final InstantSource clock;

    StockController(Intake intake, StockPools pools, InstantSource clock) {
        this.intake = intake;
        this.split = new StockSplit(pools);
        this.clock = clock;
    }

    /** Takes in that goods have arrived. */
    @Post("/receipts")
    HttpResponse<byte[]> receive(@Body byte @Nullable [] body) {
        return answer(() -> {
            ReceiveStock receipt = StockJson.readReceipt(body, clock.instant(), UUID.randomUUID());
            Requests.check(StockRules.firstBroken(receipt));
            return publish(split.byPool(receipt));
        });
    }

    /** Takes in a correction of the stock on hand. */
    @Post("/adjustments")
    HttpResponse<byte[]> adjust(@Body byte @Nullable [] body) {
        return answer(() -> {
            AdjustStock adjustment = StockJson.readAdjustment(body, clock.instant(), UUID.randomUUID());
            Requests.check(StockRules.firstBroken(adjustment));
            return publish(split.byPool(adjustment));
        });
    }

    private MutableHttpResponse<byte[]> publish(List<InventoryCommand> commands) {
        CompletableFuture.allOf(commands.stream()
                        .map(command -> intake.publish(command).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
        return Answers.accepted();
    }
}
