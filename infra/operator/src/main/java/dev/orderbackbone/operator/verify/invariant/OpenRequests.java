package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.contract.payment.GatewayAnswer;
import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.operator.verify.evidence.LogRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the workers were asked to do for one order and have not answered. Requests and answers come from different topics, so either may be met
 * first; what is answered, or asked again later, is forgotten.
 */
final class OpenRequests {
    private static final long[] NONE = {};

    private List<Request> open = List.of();
    private long[] answered = NONE;
    private long[] unknown = NONE;

    /**
     * A request to a worker.
     *
     * @param id hash of what its answer names.
     * @param subject hash of what it is about: a later request about the same takes its place.
     * @param question hash of what a statement that its outcome is unknown names.
     * @param byMs by when it is to be answered, milliseconds since 1970.
     */
    record Request(String what, long id, long subject, long question, long byMs, long place) {}

    void asked(LogRecord record, GatewayCall call) {
        asked(new Request(
                "GatewayCall",
                Hash64.of(call.callId()),
                Hash64.of(call.idempotencyKey()),
                Hash64.mix(Hash64.of(call.operation()), Hash64.of(call.operationId())),
                call.answerBy().toEpochMilli(),
                PackedPlace.of(record)));
    }

    void asked(LogRecord record, NotificationRequested request) {
        long id = Hash64.of(request.messageId());
        long byMs = request.sendBy().toEpochMilli();
        asked(new Request("NotificationRequested", id, id, id, byMs, PackedPlace.of(record)));
    }

    void answered(GatewayAnswer answer) {
        answered(Hash64.of(answer.callId()));
    }

    void answered(String messageId) {
        answered(Hash64.of(messageId));
    }

    void unknown(PaymentOutcomeUnknown event) {
        unknown = plus(unknown, Hash64.mix(Hash64.of(event.operation()), Hash64.of(event.operationId())));
    }

    /** Requests that nobody has answered or asked again, and whose outcome has not been called unknown. */
    List<Request> open() {
        return open.stream()
                .filter(request -> !contains(unknown, request.question()))
                .toList();
    }

    private void asked(Request request) {
        List<Request> others = open.stream()
                .filter(former -> former.subject() != request.subject())
                .toList();
        if (contains(answered, request.id())) {
            open = others;
        } else {
            List<Request> more = new ArrayList<>(others.size() + 1);
            more.addAll(others);
            more.add(request);
            open = more;
        }
    }

    private void answered(long id) {
        answered = plus(answered, id);
        open = open.stream().filter(request -> request.id() != id).toList();
    }

    private static long[] plus(long[] ids, long id) {
        if (contains(ids, id)) {
            return ids;
        }
        long[] more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = id;
        return more;
    }

    private static boolean contains(long[] ids, long id) {
        for (long known : ids) {
            if (known == id) {
                return true;
            }
        }
        return false;
    }
}
