package dev.orderbackbone.orderevents.domain;

import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.ReleaseRequested;

/** Requests of people. Each has its effect once, also when it comes again long after: a hold must not return after its release. */
final class Requests {
    private Requests() {}

    static boolean isHandled(Order order, CancellationRequested request) {
        return isHandled(order, cancellation(request));
    }

    static boolean isHandled(Order order, HoldRequested request) {
        return isHandled(order, hold(request));
    }

    static boolean isHandled(Order order, ReleaseRequested request) {
        return isHandled(order, release(request));
    }

    static Order handled(Order order, CancellationRequested request) {
        return handled(order, cancellation(request));
    }

    static Order handled(Order order, HoldRequested request) {
        return handled(order, hold(request));
    }

    static Order handled(Order order, ReleaseRequested request) {
        return handled(order, release(request));
    }

    private static boolean isHandled(Order order, String request) {
        return order.standing().requestIds().contains(request);
    }

    private static Order handled(Order order, String request) {
        return order.with(order.standing().handled(request));
    }

    // Requesters of different kinds number their requests on their own.
    private static String cancellation(CancellationRequested request) {
        return "cancel/" + request.requestId();
    }

    private static String hold(HoldRequested request) {
        return "hold/" + request.requestId();
    }

    private static String release(ReleaseRequested request) {
        return "release/" + request.requestId();
    }
}
