package dev.orderbackbone.contract.order;

import dev.orderbackbone.contract.Meta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods of the order came back.
 *
 * @param returnId the warehouse's id of the return, unique within the order.
 * @param lines what came back.
 * @param reason why.
 */
public record ReturnReceived(
        Meta meta,
        String returnId,
        List<ReturnedLine> lines,
        @Nullable String reason) implements IntakeEvent {}
