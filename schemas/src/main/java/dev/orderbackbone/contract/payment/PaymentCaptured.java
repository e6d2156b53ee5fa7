package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * (Part of) the authorised amount was taken.
 *
 * @param captureId the capture.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 */
public record PaymentCaptured(Meta meta, String captureId, long amountMinor, String currency) implements PaymentEvent {}
