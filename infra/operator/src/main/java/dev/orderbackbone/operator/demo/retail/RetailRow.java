package dev.orderbackbone.operator.demo.retail;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file.
 *
 * @param invoice six digits, or C or A and six digits.
 * @param stockCode as it stands, in any case.
 * @param description empty in some rows.
 * @param quantity negative on cancellations and write-offs, never 0.
 * @param time of the invoice.
 * @param unitPrice GBP, up to three decimals.
 * @param customer five digits; null for a guest.
 * @param country the customer's, in words.
 */
record RetailRow(
        String invoice,
        String stockCode,
        String description,
        int quantity,
        Instant time,
        BigDecimal unitPrice,
        @Nullable String customer,
        String country) {}
