package dev.orderbackbone.benchmarks.rival;

import dev.orderbackbone.benchmarks.workload.Skus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The rival's tables, and the stock in them. */
final class RivalSchema {
    private static final String TABLES = """
            create table if not exists order_view (
                order_id text primary key,
                customer_id text not null,
                status text not null,
                reason text,
                total_minor bigint not null,
                currency text not null,
                line_count int not null,
                lines jsonb not null,
                payment_ref text,
                ordered_at timestamptz not null,
                updated_at timestamptz not null);
            create index if not exists order_view_by_customer on order_view (customer_id, ordered_at);
            create table if not exists notification (
                order_id text not null,
                kind text not null,
                payload text not null,
                created_at timestamptz not null default now(),
                primary key (order_id, kind));
            create table if not exists stock (
                sku text primary key,
                available bigint not null check (available >= 0)) with (fillfactor = 50)""";

    private RivalSchema() {}

    /** Makes what is missing, in one transaction. */
    static void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into stock values (?, ?) on conflict do nothing")) {
            statement.execute(TABLES);
            for (int sku = 0; sku < Skus.ALL; sku++) {
                insert.setString(1, Skus.name(sku));
                insert.setLong(2, Skus.initialUnits(sku));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
