package dev.orderbackbone.projection.adapter;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A row of projection.currencies.
 *
 * @param currencyCode ISO 4217 code.
 * @param exponent decimal digits of the minor unit.
 * @param minorUnit value of one minor unit in units of the currency.
 * @param name English name.
 */
@MappedEntity(value = "currencies", schema = "projection")
record CurrencyRow(@Id String currencyCode, short exponent, BigDecimal minorUnit, String name) {

    /** All that the JDK knows. */
    static List<CurrencyRow> all() {
        return Currency.getAvailableCurrencies().stream().map(CurrencyRow::of).toList();
    }

    private static CurrencyRow of(Currency currency) {
        // Gold, test codes and the like have no minor unit (-1): they are counted in whole ones.
        int exponent = Math.max(0, currency.getDefaultFractionDigits());
        return new CurrencyRow(
                currency.getCurrencyCode(),
                (short) exponent,
                BigDecimal.ONE.movePointLeft(exponent),
                currency.getDisplayName(Locale.ROOT));
    }
}
