package dev.orderbackbone.payment.domain;

import dev.orderbackbone.payment.domain.OnCommand.Wanted;
import java.util.Optional;

/** Why the gateway must not even be asked; the answer is the code of the failure that the commander is told. */
final class Refusals {
    /** The gateway might have forgotten that it did it. */
    static final String TOO_LATE = "too-late";

    private Refusals() {}

    static Optional<String> ofAuthorization(Payment payment, long amountMinor) {
        if (amountMinor <= 0) {
            return Optional.of("amount-not-positive");
        }
        return payment.voidWish() == VoidWish.NONE ? Optional.empty() : Optional.of("voided");
    }

    static Optional<String> ofCapture(Payment payment, Wanted capture) {
        if (!payment.isAuthorized()) {
            return Optional.of("not-authorized");
        }
        if (payment.voidWish() != VoidWish.NONE) {
            return Optional.of("voided");
        }
        return ofAmount(payment, capture, payment.capturableMinor(), "exceeds-authorization");
    }

    static Optional<String> ofRefund(Payment payment, Wanted refund) {
        return ofAmount(payment, refund, payment.refundableMinor(), "exceeds-capture");
    }

    static Optional<String> ofAge(Draft draft) {
        return draft.isTooLate() ? Optional.of(TOO_LATE) : Optional.empty();
    }

    private static Optional<String> ofAmount(Payment payment, Wanted wanted, long mostMinor, String exceeds) {
        if (wanted.amountMinor() <= 0) {
            return Optional.of("amount-not-positive");
        }
        if (wanted.amountMinor() > mostMinor) {
            return Optional.of(exceeds);
        }
        return wanted.currency().equals(payment.currency()) ? Optional.empty() : Optional.of("other-currency");
    }
}
