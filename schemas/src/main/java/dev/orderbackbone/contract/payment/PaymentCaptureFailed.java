package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * The gateway refuses the capture for good.
 *
 * @param captureId the capture.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 * @param code the gateway's code.
 */
public record PaymentCaptureFailed(Meta meta, String captureId, long amountMinor, String currency, String code)
        implements PaymentEvent {}
