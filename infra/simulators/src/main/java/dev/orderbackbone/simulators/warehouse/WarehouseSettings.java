package dev.orderbackbone.simulators.warehouse;

import dev.orderbackbone.simulators.config.Environment;
import java.time.Duration;

/**
 * Settings of the warehouse.
 *
 * @param port of its health and switch; 0 takes a free one.
 * @param bootstrapServers of Kafka.
 * @param registryUrl of the schema registry's Confluent API; several separated by commas.
 * @param shipping whether it ships at the start.
 * @param delay how long an order waits in the warehouse.
 * @param splitPercent of the orders with two lines or more that leave in two shipments.
 * @param seed another one chooses other orders for two shipments.
 */
public record WarehouseSettings(
        int port,
        String bootstrapServers,
        String registryUrl,
        boolean shipping,
        Duration delay,
        int splitPercent,
        long seed) {
    private static final int DEFAULT_PORT = 8092;
    private static final int DEFAULT_SPLIT_PERCENT = 20;
    private static final long LONGEST_DELAY_MS = 86_400_000;

    /** Reads them from variables that begin with WAREHOUSE_, and those that tell every program where the cluster is. */
    public static WarehouseSettings read(Environment environment, long seed) {
        return new WarehouseSettings(
                (int) environment.whole("WAREHOUSE_PORT", DEFAULT_PORT, 0, 65_535, "warehouse; 0 takes a free port"),
                environment.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092", "the warehouse's Kafka"),
                environment.text(
                        "SCHEMA_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7", "the warehouse's registry"),
                environment.flag("WAREHOUSE_SHIPPING", true, "whether it ships; PUT /v1/shipping changes it"),
                Duration.ofMillis(environment.whole(
                        "WAREHOUSE_DELAY_MS", 0, 0, LONGEST_DELAY_MS, "how long an order waits before it leaves")),
                (int) environment.whole(
                        "WAREHOUSE_SPLIT_PERCENT",
                        DEFAULT_SPLIT_PERCENT,
                        0,
                        100,
                        "orders of two lines or more that leave in two shipments"),
                seed);
    }
}
