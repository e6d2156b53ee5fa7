package dev.orderbackbone.projection.adapter;

import static java.util.stream.Collectors.toMap;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Map;

/** The table projection.currencies. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Currencies extends CrudRepository<CurrencyRow, String> {

    /** Adds the currencies that this JDK knows and the table does not. A known one is left: amounts have been shown by it. */
    default void complete() {
        Map<String, CurrencyRow> known = findAll().stream().collect(toMap(CurrencyRow::currencyCode, row -> row));
        List<CurrencyRow> missing = CurrencyRow.all().stream()
                .filter(row -> !known.containsKey(row.currencyCode()))
                .toList();
        if (!missing.isEmpty()) {
            saveAll(missing);
        }
    }
}
