package dev.orderbackbone.orderevents.adapter.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the mart. The database itself puts an order's JSON together, in one statement and so of one moment. */
public final class JdbcOrderReader implements OrderReader {
    private static final String CONTENT_HASHES =
            "select order_id, content_hash from mart.orders where order_id = any (?)";

    private final DataSource dataSource;
    private final String findSql;

    public JdbcOrderReader(DataSource dataSource) {
        this.dataSource = dataSource;
        this.findSql = resource("/sql/find-order.sql");
    }

    @Override
    public Optional<OrderView> find(String orderId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(findSql)) {
            statement.setString(1, orderId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new OrderView(rows.getInt("sequence"), rows.getString("json")))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new ReadModelUnavailable(failure);
        }
    }

    @Override
    public Map<String, Long> contentHashesOf(Collection<String> orderIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CONTENT_HASHES)) {
            statement.setArray(1, connection.createArrayOf("text", orderIds.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Long> hashes = new HashMap<>();
                while (rows.next()) {
                    hashes.put(rows.getString(1), rows.getLong(2));
                }
                return hashes;
            }
        } catch (SQLException failure) {
            throw new ReadModelUnavailable(failure);
        }
    }

    private static String resource(String name) {
        try (InputStream content = JdbcOrderReader.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
