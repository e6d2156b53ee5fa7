package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.flow.ReadModels;
import dev.orderbackbone.projection.operations.VersionStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;

/** The ports' only implementations. The data source is taken as it is: the projector begins and ends its transactions itself. */
@Factory
final class PostgresFactory {

    @Singleton
    ReadModels readModels(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            ReadVersions versions,
            Currencies currencies,
            ProjectionSettings settings) {
        return new PostgresReadModels(
                DelegatingDataSource.unwrapDataSource(dataSource),
                transactions,
                versions,
                currencies,
                Clock.systemUTC(),
                settings.readVersion());
    }

    @Singleton
    VersionStore versionStore(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            ReadVersions versions,
            Currencies currencies) {
        DataSource plain = DelegatingDataSource.unwrapDataSource(dataSource);
        return new PostgresVersions(
                plain,
                (version, part) -> new PostgresReadModels(
                        plain, transactions, versions, currencies, Clock.systemUTC(), version, part));
    }
}
