package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Message;

/** What the payment of an order is told to do (topic payments.commands). */
public sealed interface PaymentCommand extends Message
        permits AuthorizePayment, CapturePayment, VoidPayment, RefundPayment, ResolvePayment {}
