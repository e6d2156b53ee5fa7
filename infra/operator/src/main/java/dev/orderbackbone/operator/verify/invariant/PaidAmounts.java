package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.contract.payment.PaymentAuthorized;
import dev.orderbackbone.contract.payment.PaymentCaptureFailed;
import dev.orderbackbone.contract.payment.PaymentCaptured;
import dev.orderbackbone.contract.payment.PaymentDeclined;
import dev.orderbackbone.contract.payment.PaymentEvent;
import dev.orderbackbone.contract.payment.PaymentOutcomeResolved;
import dev.orderbackbone.contract.payment.PaymentOutcomeUnknown;
import dev.orderbackbone.contract.payment.PaymentRefundFailed;
import dev.orderbackbone.contract.payment.PaymentRefunded;
import dev.orderbackbone.contract.payment.PaymentVoidFailed;
import dev.orderbackbone.contract.payment.PaymentVoided;
import dev.orderbackbone.operator.verify.evidence.LogRecord;

/** What the payment's events say about money, checked as they come: they stand in one partition, so each prefix can be judged. */
final class PaidAmounts {
    private PaidAmounts() {}

    /** Returns how many amounts the event tells: 1 or 0. */
    static int see(OrderMoney money, LogRecord record, PaymentEvent event, Complaint complaint) {
        money.questions.see(event);
        return switch (event) {
            case PaymentAuthorized authorized -> authorized(money, record, authorized, complaint);
            case PaymentCaptured captured -> captured(money, record, captured, complaint);
            case PaymentVoided voided -> voided(money, record, voided, complaint);
            case PaymentRefunded refunded -> refunded(money, record, refunded, complaint);
            case PaymentRefundFailed failed -> {
                money.refundsFailed.add(Movement.of(failed.refundId(), failed.amountMinor(), record));
                yield 0;
            }
            case PaymentDeclined declined -> 0;
            case PaymentCaptureFailed failed -> 0;
            case PaymentVoidFailed failed -> 0;
            case PaymentOutcomeUnknown unknown -> 0;
            case PaymentOutcomeResolved resolved -> 0;
        };
    }

    private static int authorized(OrderMoney money, LogRecord record, PaymentAuthorized event, Complaint complaint) {
        if (++money.authorizations > 1) {
            complaint.raise(
                    "one authorisation", "authorised " + event.amountMinor() + " again", PackedPlace.of(record));
        }
        money.authorizedMinor += event.amountMinor();
        return moved(money, record, event, event.amountMinor(), event.currency(), complaint);
    }

    private static int captured(OrderMoney money, LogRecord record, PaymentCaptured event, Complaint complaint) {
        if (!money.captures.add(Movement.of(event.captureId(), event.amountMinor(), record))) {
            complaint.raise("capture " + event.captureId() + " once", "captured again", PackedPlace.of(record));
        }
        if (money.outstandingMinor() < 0) {
            complaint.raise(
                    "captured and voided at most what was authorised, " + money.authorizedMinor,
                    "captured " + money.captures.sumMinor() + ", voided " + money.voidedMinor,
                    PackedPlace.of(record));
        }
        return moved(money, record, event, event.amountMinor(), event.currency(), complaint);
    }

    private static int voided(OrderMoney money, LogRecord record, PaymentVoided event, Complaint complaint) {
        long outstandingMinor = money.outstandingMinor();
        if (event.amountMinor() != outstandingMinor) {
            complaint.raise(
                    "voided what was outstanding, " + outstandingMinor,
                    "voided " + event.amountMinor(),
                    PackedPlace.of(record));
        }
        money.voidedMinor += event.amountMinor();
        // Nothing was asked of the gateway where nothing was authorised, perhaps not even in which currency.
        return event.amountMinor() == 0
                ? 0
                : moved(money, record, event, event.amountMinor(), event.currency(), complaint);
    }

    private static int refunded(OrderMoney money, LogRecord record, PaymentRefunded event, Complaint complaint) {
        if (!money.refunds.add(Movement.of(event.refundId(), event.amountMinor(), record))) {
            complaint.raise("refund " + event.refundId() + " once", "refunded again", PackedPlace.of(record));
        }
        if (money.keptMinor() < 0) {
            complaint.raise(
                    "refunded at most what was captured, " + money.captures.sumMinor(),
                    "refunded " + money.refunds.sumMinor(),
                    PackedPlace.of(record));
        }
        return moved(money, record, event, event.amountMinor(), event.currency(), complaint);
    }

    private static int moved(
            OrderMoney money,
            LogRecord record,
            PaymentEvent event,
            long amountMinor,
            String currency,
            Complaint complaint) {
        long place = PackedPlace.of(record);
        if (amountMinor <= 0) {
            complaint.raise("an amount above 0", Long.toString(amountMinor), place);
        }
        String former = money.paidCurrency;
        if (former != null && !former.equals(currency)) {
            complaint.raise("money in " + former + ", as before", "in " + currency, place);
        }
        money.paidCurrency = currency.intern();
        money.paymentPlace = place;
        money.paymentSettled |= record.settled();
        money.movedAtMs = Math.max(money.movedAtMs, event.meta().occurredAt().toEpochMilli());
        return 1;
    }
}
