package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.operations.VersionState;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;

/** The table projection.read_versions. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReadVersions extends CrudRepository<ReadVersion, Integer> {
    Optional<ReadVersion> findByState(VersionState state);
}
