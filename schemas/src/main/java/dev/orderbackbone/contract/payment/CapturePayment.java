package dev.orderbackbone.contract.payment;

import dev.orderbackbone.contract.Meta;

/**
 * Take (part of) the authorised amount.
 *
 * @param captureId the shipment's id; the command is idempotent by it.
 * @param amountMinor amount, minor units.
 * @param currency ISO 4217 code.
 */
public record CapturePayment(Meta meta, String captureId, long amountMinor, String currency)
        implements PaymentCommand {}
