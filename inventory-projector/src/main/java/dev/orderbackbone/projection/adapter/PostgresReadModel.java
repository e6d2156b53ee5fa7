package dev.orderbackbone.projection.adapter;

import dev.orderbackbone.projection.domain.BatchFold;
import dev.orderbackbone.projection.domain.Changes;
import dev.orderbackbone.projection.domain.OrderProgress;
import dev.orderbackbone.projection.flow.Batch;
import dev.orderbackbone.projection.flow.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** One version of the read models in PostgreSQL. Each call is one transaction. */
final class PostgresReadModel implements ReadModel {
    private final Transactions transactions;
    private final PositionRows positions;
    private final OrderRows orders;
    private final FactRows facts;
    private final LatestRows latest;

    PostgresReadModel(Transactions transactions, ReadSchema schema) {
        this.transactions = transactions;
        this.positions = new PositionRows(schema);
        this.orders = new OrderRows(schema);
        this.facts = new FactRows(schema);
        this.latest = new LatestRows(schema);
    }

    @Override
    public Map<TopicPartition, Long> takeOver(UUID owner, Map<TopicPartition, Long> beginnings) {
        return transactions.run(connection -> positions.take(connection, owner, beginnings));
    }

    @Override
    public Map<TopicPartition, Long> takeIfSilent(UUID owner, Map<TopicPartition, Long> beginnings, Duration silence) {
        return transactions.run(connection -> {
            positions.requireSilence(connection, owner, beginnings, silence);
            return positions.take(connection, owner, beginnings);
        });
    }

    /**
     * The positions move before any row is written: from then on no other projector can write rows of these partitions, and if one has, the
     * positions are not where they were and nothing is written. What was loaded before is therefore what is there.
     */
    @Override
    public Applied apply(UUID owner, Batch batch) {
        return transactions.run(connection -> {
            Map<String, OrderProgress> stored = orders.load(connection, BatchFold.ordersToLoad(batch.messages()));
            Changes changes = BatchFold.fold(batch.messages(), stored);
            positions.advance(connection, owner, batch, new Counts(batch, changes.ignored()));
            write(connection, changes);
            int ignored = changes.ignored().size();
            return new Applied(batch.messages().size() - ignored, ignored, changes.rows());
        });
    }

    private void write(Connection connection, Changes changes) throws SQLException {
        orders.insert(connection, changes.placed());
        orders.update(connection, changes.changed());
        facts.insertLines(connection, changes.placed());
        facts.insertEvents(connection, changes.events());
        facts.insertPayments(connection, changes.payments());
        facts.insertStockDecisions(connection, changes.stockDecisions());
        facts.insertRefusals(connection, changes.refusals());
        latest.putNotifications(connection, changes.notifications());
        latest.putStockLevels(connection, changes.stockLevels());
    }
}
