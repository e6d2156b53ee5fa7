package dev.orderbackbone.orderevents.domain;

import static dev.orderbackbone.orderevents.domain.SubmissionRules.MOST_LINES;
import static dev.orderbackbone.orderevents.domain.SubmissionRules.MOST_UNITS;
import static dev.orderbackbone.orderevents.domain.TextRules.ID_LENGTH;
import static dev.orderbackbone.orderevents.domain.TextRules.PROSE_LENGTH;
import static dev.orderbackbone.orderevents.domain.TextRules.id;
import static dev.orderbackbone.orderevents.domain.TextRules.optional;

import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.IntakeEvent;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.contract.order.ReleaseRequested;
import dev.orderbackbone.contract.order.ReturnReceived;
import dev.orderbackbone.contract.order.ReturnedLine;
import dev.orderbackbone.contract.order.ShipmentDispatched;
import dev.orderbackbone.contract.order.ShippedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be true of an intake event whatever has become of its order: its form. What depends on the order, the saga decides. */
public final class IntakeRules {
    private static final List<Rule<CancellationRequested>> CANCELLATION = List.of(
            id("/requestId", CancellationRequested::requestId),
            optional("/reason", PROSE_LENGTH, CancellationRequested::reason),
            id("/requestedBy", CancellationRequested::requestedBy));

    private static final List<Rule<HoldRequested>> HOLD = List.of(
            id("/requestId", HoldRequested::requestId),
            optional("/reason", PROSE_LENGTH, HoldRequested::reason),
            id("/requestedBy", HoldRequested::requestedBy));

    private static final List<Rule<ReleaseRequested>> RELEASE = List.of(
            id("/requestId", ReleaseRequested::requestId),
            optional("/reason", PROSE_LENGTH, ReleaseRequested::reason),
            id("/requestedBy", ReleaseRequested::requestedBy));

    private static final List<Rule<ShippedLine>> SHIPPED_LINE =
            List.of(line -> SubmissionRules.within("quantity-range", "/quantity", line.quantity(), 1, MOST_UNITS));

    private static final List<Rule<ShipmentDispatched>> SHIPMENT = List.of(
            id("/shipmentId", ShipmentDispatched::shipmentId),
            optional("/carrier", ID_LENGTH, ShipmentDispatched::carrier),
            optional("/trackingCode", ID_LENGTH, ShipmentDispatched::trackingCode),
            Rule.size("/lines", ShipmentDispatched::lines, 1, MOST_LINES),
            Rule.each("/lines", ShipmentDispatched::lines, SHIPPED_LINE));

    private static final List<Rule<ReturnedLine>> RETURNED_LINE =
            List.of(line -> SubmissionRules.within("quantity-range", "/quantity", line.quantity(), 1, MOST_UNITS));

    private static final List<Rule<ReturnReceived>> RETURN = List.of(
            id("/returnId", ReturnReceived::returnId),
            optional("/reason", PROSE_LENGTH, ReturnReceived::reason),
            Rule.size("/lines", ReturnReceived::lines, 1, MOST_LINES),
            Rule.each("/lines", ReturnReceived::lines, RETURNED_LINE));

    private IntakeRules() {}

    /** The first rule that the event breaks; null where it keeps them all. */
    public static @Nullable BrokenRule firstBroken(IntakeEvent event) {
        return switch (event) {
            case OrderSubmitted submitted -> SubmissionRules.firstBroken(submitted);
            case CancellationRequested request -> Rule.firstBroken(CANCELLATION, request);
            case ShipmentDispatched shipment -> Rule.firstBroken(SHIPMENT, shipment);
            case ReturnReceived received -> Rule.firstBroken(RETURN, received);
            case HoldRequested request -> Rule.firstBroken(HOLD, request);
            case ReleaseRequested request -> Rule.firstBroken(RELEASE, request);
        };
    }
}
