package dev.orderbackbone.simulators.gateway;

import dev.orderbackbone.simulators.faults.Attempts;
import dev.orderbackbone.simulators.faults.FaultSwitch;
import dev.orderbackbone.simulators.gateway.GatewayEntry.Operation;
import dev.orderbackbone.simulators.gateway.GatewayTally.Received;
import dev.orderbackbone.simulators.net.HttpAnswer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Performs requests the way that their token or the faults in force ask for. */
final class GatewayPayments {

    private static final Set<GatewayFault> DISTURBANCES = EnumSet.complementOf(EnumSet.of(GatewayFault.DECLINE));

    private final GatewaySettings settings;
    private final FaultSwitch<GatewayFault> faults;
    private final GatewayDesk desk;
    private final GatewayTally tally;
    private final Attempts attempts = new Attempts();

    GatewayPayments(GatewaySettings settings, FaultSwitch<GatewayFault> faults, GatewayDesk desk, GatewayTally tally) {
        this.settings = settings;
        this.faults = faults;
        this.desk = desk;
        this.tally = tally;
    }

    HttpAnswer perform(GatewayRequest request) throws InterruptedException {
        String key = request.idempotencyKey();
        int attempt = attempts.of(key);
        long latencyMs = faults.current().latencyMs(key, attempt);
        PaymentToken token = token(request);
        boolean declined = declined(request, token, attempt);
        if (declined) {
            tally.count(GatewayFault.DECLINE);
        }
        GatewayFault disturbance = disturbance(request, token, attempt);
        if (disturbance == null) {
            return later(latencyMs, execute(request, declined));
        }
        tally.count(disturbance);
        attempts.strike(key);
        return disturbed(disturbance, request, declined, latencyMs);
    }

    private HttpAnswer disturbed(GatewayFault disturbance, GatewayRequest request, boolean declined, long latencyMs)
            throws InterruptedException {
        long slowMs = settings.slow().toMillis();
        return switch (disturbance) {
            case DECLINE -> throw new IllegalArgumentException("a decline disturbs nothing");
            case SLOW_BEFORE_CHARGE -> {
                Thread.sleep(slowMs);
                yield execute(request, declined);
            }
            case SLOW_AFTER_CHARGE -> later(slowMs, execute(request, declined));
            case TIMEOUT_BEFORE_CHARGE -> dropped(new HttpAnswer.Silence(settings.hang()));
            case TIMEOUT_AFTER_CHARGE -> {
                execute(request, declined);
                yield new HttpAnswer.Silence(settings.hang());
            }
            case ERROR_BEFORE_CHARGE -> later(latencyMs, dropped(serverError()));
            case ERROR_AFTER_CHARGE -> {
                execute(request, declined);
                yield later(latencyMs, serverError());
            }
            case RESET_BEFORE_CHARGE -> later(latencyMs, dropped(new HttpAnswer.Reset()));
            case RESET_AFTER_CHARGE -> {
                execute(request, declined);
                yield later(latencyMs, new HttpAnswer.Reset());
            }
            case DUPLICATE_ANSWER -> later(latencyMs, new HttpAnswer.Twice(execute(request, declined)));
        };
    }

    private HttpAnswer.Content execute(GatewayRequest request, boolean declined) {
        return switch (desk.perform(request, declined)) {
            case GatewayDesk.Outcome.Executed(GatewayEntry entry) -> {
                tally.count(entry.isEffect() ? Received.EXECUTED : Received.REFUSED);
                yield answer(entry);
            }
            case GatewayDesk.Outcome.Replayed(GatewayEntry entry) -> {
                tally.count(Received.REPLAYED);
                yield answer(entry).with("Idempotent-Replayed: true");
            }
            case GatewayDesk.Outcome.KeyReused _ -> {
                tally.count(Received.KEY_REUSED);
                yield HttpAnswer.error(
                        422, "idempotency_key_reused", "this key belongs to a request with another content");
            }
        };
    }

    private static HttpAnswer.Content answer(GatewayEntry entry) {
        int status = entry.isEffect() ? 201 : Refusal.statusOf(entry.code());
        return HttpAnswer.json(status, GatewayEntryJson.answer(entry));
    }

    private @Nullable PaymentToken token(GatewayRequest request) {
        String paymentMethod = switch (request) {
            case GatewayRequest.Authorize authorize -> authorize.paymentMethod();
            case GatewayRequest.OnAuthorization on -> desk.paymentMethodOf(on.authorizationId());
        };
        return paymentMethod == null ? null : PaymentToken.parse(paymentMethod);
    }

    private boolean declined(GatewayRequest request, @Nullable PaymentToken token, int attempt) {
        if (token != null) {
            return token.strikes(request.operation(), attempt) == GatewayFault.DECLINE;
        }
        // an issuer does not change its mind from attempt to attempt
        return request.operation() == Operation.AUTHORIZE
                && faults.current().strikes(GatewayFault.DECLINE, request.idempotencyKey(), 0);
    }

    private @Nullable GatewayFault disturbance(GatewayRequest request, @Nullable PaymentToken token, int attempt) {
        if (token == null) {
            return faults.current().firstToStrike(DISTURBANCES, request.idempotencyKey(), attempt);
        }
        GatewayFault scripted = token.strikes(request.operation(), attempt);
        return scripted == GatewayFault.DECLINE ? null : scripted;
    }

    private HttpAnswer dropped(HttpAnswer answer) {
        tally.count(Received.DROPPED_BEFORE_EXECUTION);
        return answer;
    }

    private static HttpAnswer later(long delayMs, HttpAnswer answer) throws InterruptedException {
        if (delayMs > 0) {
            Thread.sleep(delayMs);
        }
        return answer;
    }

    private static HttpAnswer.Content serverError() {
        return HttpAnswer.error(500, "internal_error", "something went wrong; the outcome is not known");
    }
}
