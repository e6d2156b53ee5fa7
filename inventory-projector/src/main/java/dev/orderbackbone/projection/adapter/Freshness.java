package dev.orderbackbone.projection.adapter;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The view mart.freshness. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Freshness extends GenericRepository<FreshnessRow, String> {
    List<FreshnessRow> findAll();
}
