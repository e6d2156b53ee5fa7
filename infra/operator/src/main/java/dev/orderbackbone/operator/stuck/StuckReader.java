package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.Endpoints;
import dev.orderbackbone.operator.log.LogScan;
import dev.orderbackbone.operator.parked.ParkedEntry;
import dev.orderbackbone.operator.parked.ParkedState;
import dev.orderbackbone.operator.stuck.StuckReport.Stuck;
import dev.orderbackbone.schemas.registry.SchemaRegistryClient;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds stuck orders, and reads what is known of them. */
final class StuckReader {
    private StuckReader() {}

    /**
     * As of now. The log and the registry are asked only where an order is stuck.
     *
     * @param limit of the orders that are told of.
     */
    static StuckReport read(
            Endpoints endpoints,
            Supplier<? extends SchemaRegistryClient> registry,
            Budgets budgets,
            Instant now,
            int limit)
            throws InterruptedException {
        StuckOrders orders = orders(endpoints, budgets, now, limit);
        if (orders.oldest().isEmpty()) {
            return new StuckReport(List.of(), 0, now);
        }
        MessageDeserializer deserializer = MessageDeserializer.create(registry.get());
        try (LogScan scan = new LogScan(endpoints.kafkaProperties())) {
            Map<String, List<ParkedEntry>> parked =
                    ParkedState.read(endpoints.kafkaProperties(), deserializer).outstanding().stream()
                            .collect(Collectors.groupingBy(ParkedEntry::orderId));
            Map<String, List<Message>> facts = OrderFacts.read(
                    scan,
                    deserializer,
                    orders.oldest().stream().filter(OpenOrder::isToldByLog).toList());
            List<Stuck> stuck = orders.oldest().stream()
                    .map(order -> new Stuck(
                            order,
                            Debts.of(
                                    order,
                                    facts.getOrDefault(order.orderId(), List.of()),
                                    parked.getOrDefault(order.orderId(), List.of()))))
                    .toList();
            return new StuckReport(stuck, orders.total(), now);
        }
    }

    private static StuckOrders orders(Endpoints endpoints, Budgets budgets, Instant now, int limit) {
        try (Connection connection = endpoints.database()) {
            return StuckOrders.read(connection, budgets, now, limit);
        } catch (SQLException failure) {
            throw new CommandFailure(
                    "the read models at " + endpoints.jdbcUrl() + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
