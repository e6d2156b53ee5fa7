package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.ConsumeReservation;
import dev.orderbackbone.contract.inventory.InventoryCommand;
import dev.orderbackbone.contract.inventory.ReceiveStock;
import dev.orderbackbone.contract.inventory.ReleaseReservation;
import dev.orderbackbone.contract.inventory.ReserveStock;
import dev.orderbackbone.contract.inventory.ReturnStock;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a command concerns, so that no more of a pool than this is read. */
public final class Subjects {
    private Subjects() {}

    /** By what a command is known again: an order, a receipt or an adjustment of the pool. */
    public static String subjectOf(InventoryCommand command) {
        return switch (command) {
            case ReceiveStock receive -> "receipt:" + receive.receiptId();
            case AdjustStock adjust -> "adjustment:" + adjust.adjustmentId();
            case ReserveStock reserve -> reserve.meta().orderId();
            case ReleaseReservation release -> release.meta().orderId();
            case ConsumeReservation consume -> consume.meta().orderId();
            case ReturnStock returned -> returned.meta().orderId();
        };
    }

    /** Whether it is a reservation that the command concerns, and not a receipt or an adjustment. */
    public static boolean concernsOrder(InventoryCommand command) {
        return switch (command) {
            case ReceiveStock _ -> false;
            case AdjustStock _ -> false;
            case ReserveStock _ -> true;
            case ReleaseReservation _ -> true;
            case ConsumeReservation _ -> true;
            case ReturnStock _ -> true;
        };
    }

    /**
     * The SKUs that a command can change.
     *
     * @param reservation what the pool holds for the command's order, if anything.
     */
    public static List<String> skusOf(InventoryCommand command, @Nullable Reservation reservation) {
        return switch (command) {
            case ReceiveStock receive -> skusOf(receive.lines());
            case AdjustStock adjust -> distinct(adjust.lines().stream().map(StockDelta::sku));
            case ReserveStock reserve -> skusOf(reserve.lines());
            case ReleaseReservation release -> reservation == null ? List.of() : skusOf(reservation.open());
            case ConsumeReservation consume -> skusOf(consume.lines());
            case ReturnStock returned -> skusOf(returned.lines());
        };
    }

    private static List<String> skusOf(List<StockLine> lines) {
        return distinct(lines.stream().map(StockLine::sku));
    }

    private static List<String> distinct(Stream<String> skus) {
        return skus.distinct().toList();
    }
}
