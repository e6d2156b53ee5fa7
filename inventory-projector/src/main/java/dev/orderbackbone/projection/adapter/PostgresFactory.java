package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.config.ProjectionSettings;
import dev.orderbackbone.projection.flow.ReadModels;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;

/** The port's only implementation. The data source is taken as it is: the projector begins and ends its transactions itself. */
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
                new Mart(versions, Clock.systemUTC()),
                settings.readVersion());
    }
}
