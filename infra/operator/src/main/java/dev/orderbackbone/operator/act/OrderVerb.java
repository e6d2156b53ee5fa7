package dev.orderbackbone.operator.act;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.CancellationRequested;
import dev.orderbackbone.contract.order.HoldRequested;
import dev.orderbackbone.contract.order.ReleaseRequested;

/** What an operator can tell an order to do. */
enum OrderVerb {
    HOLD,
    RELEASE,
    CANCEL;

    /** The event that says so. */
    Message event(Meta meta, String requestId, String reason, String by) {
        return switch (this) {
            case HOLD -> new HoldRequested(meta, requestId, reason, by);
            case RELEASE -> new ReleaseRequested(meta, requestId, reason, by);
            case CANCEL -> new CancellationRequested(meta, requestId, reason, by);
        };
    }
}
