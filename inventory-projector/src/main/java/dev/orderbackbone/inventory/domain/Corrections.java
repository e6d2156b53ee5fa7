package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.Decision;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.StockAdjusted;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import dev.orderbackbone.contract.inventory.StockReceived;

/** Stock that comes and goes without an order: receipts and adjustments. One event per line. */
final class Corrections {
    private Corrections() {}

    static Decision<PoolView> receive(PoolView view, ReceiveStock command, Answer answer) {
        if (view.seen()) {
            return Decision.ignored("duplicate");
        }
        if (!Lines.wellFormed(command.lines())) {
            return Decision.ignored("malformed-lines");
        }
        command.lines().forEach(line -> receive(line, command, answer));
        return Decision.decided(answer.after(null), answer.messages());
    }

    static Decision<PoolView> adjust(PoolView view, AdjustStock command, Answer answer) {
        if (view.seen()) {
            return Decision.ignored("duplicate");
        }
        if (!Lines.wellFormedDeltas(command.lines())) {
            return Decision.ignored("malformed-lines");
        }
        command.lines().forEach(line -> adjust(line, command, answer));
        return Decision.decided(answer.after(null), answer.messages());
    }

    private static void receive(StockLine line, ReceiveStock command, Answer answer) {
        answer.change(line.sku(), answer.stockOf(line.sku()).add(line.quantity()));
        answer.say(new StockReceived(
                answer.meta(), command.pool(), answer.sequence(), line.sku(), command.receiptId(), line.quantity()));
    }

    private static void adjust(StockDelta line, AdjustStock command, Answer answer) {
        Stock stock = answer.stockOf(line.sku());
        // What is promised to an order stays: a loss beyond that is for a person to sort out, and the event says how
        // much is missing.
        int applied = (int) Math.max(line.delta(), -stock.available());
        answer.change(line.sku(), stock.add(applied));
        answer.say(new StockAdjusted(
                answer.meta(),
                command.pool(),
                answer.sequence(),
                line.sku(),
                command.adjustmentId(),
                command.reason(),
                line.delta(),
                applied));
    }
}
