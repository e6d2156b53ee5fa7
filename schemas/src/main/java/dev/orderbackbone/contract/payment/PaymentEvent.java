package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Message;

/** What became of the payment of an order (topic payments.events). */
public sealed interface PaymentEvent extends Message
        permits PaymentAuthorized,
                PaymentDeclined,
                PaymentCaptured,
                PaymentCaptureFailed,
                PaymentVoided,
                PaymentVoidFailed,
                PaymentRefunded,
                PaymentRefundFailed,
                PaymentOutcomeUnknown,
                PaymentOutcomeResolved {}
