package dev.orderbackbone.orderevents.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.StockPools;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderEventsSettingsTest {
    @Test
    void theDefaultsAreThoseOfTheSaga() {
        OrderEventsSettings settings = settings(Map.of());

        assertThat(settings)
                .isEqualTo(new OrderEventsSettings(
                        Duration.ofMinutes(30), Duration.ofMinutes(1), 1, Duration.ofSeconds(5)));
        assertThat(settings.saga()).isEqualTo(SagaSettings.STANDARD);
    }

    @Test
    void everyKeyIsMapped() {
        assertThat(settings(Map.of(
                        "orders.confirm-within", "2h",
                        "orders.release-grace", "3s",
                        "orders.pools-per-location", 7,
                        "orders.acknowledge-within", "250ms")))
                .isEqualTo(
                        new OrderEventsSettings(Duration.ofHours(2), Duration.ofSeconds(3), 7, Duration.ofMillis(250)))
                .satisfies(settings -> assertThat(settings.pools()).isEqualTo(new StockPools(7)));
    }

    @Test
    void everyKeyIsMappedFromTheEnvironment() {
        assertThat(settings(environment(Map.of(
                        "ORDERS_CONFIRM_WITHIN", "2h",
                        "ORDERS_RELEASE_GRACE", "3s",
                        "ORDERS_POOLS_PER_LOCATION", "7",
                        "ORDERS_ACKNOWLEDGE_WITHIN", "250ms"))))
                .isEqualTo(
                        new OrderEventsSettings(Duration.ofHours(2), Duration.ofSeconds(3), 7, Duration.ofMillis(250)));
    }

    @ParameterizedTest
    @CsvSource({
        "orders.acknowledge-within, 99ms, acknowledge-within",
        "orders.pools-per-location, 0, pools-per-location",
        "orders.pools-per-location, 1001, pools-per-location",
        "orders.confirm-within, 0s, confirm-within",
        "orders.confirm-within, -1s, confirm-within",
        "orders.release-grace, 0s, release-grace"
    })
    void whatIsOutOfRangeStopsTheStart(String key, String value, String named) {
        assertThatThrownBy(() -> settings(Map.of(key, value))).rootCause().hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "orders.confirm-within, soon, Duration",
        "orders.confirm-within, 20, Duration",
        "orders.pools-per-location, many, int",
        "streams.commit-interval, often, Duration"
    })
    void whatCannotBeReadStopsTheStart(String key, String value, String type) {
        assertThatThrownBy(() -> settings(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining(key + "=" + value + ": must be a " + type);
    }

    @Test
    void whatIsEmptyIsNotSet() {
        assertThat(settings(Map.of("orders.confirm-within", "")).confirmWithin())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aVariableThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> settings(environment(Map.of("ORDERS_CONFIRM_WITHIN", "soon"))))
                .rootCause()
                .hasMessageContaining("orders.confirm-within=soon");
    }

    @ParameterizedTest
    @CsvSource({"orders.confirm-withn, 2h", "orders.confirm, 2h", "streams.thread, 2", "orders.saga.confirm-within, 2h"
    })
    void aMisspeltKeyStopsTheStart(String key, String value) {
        assertThatThrownBy(() -> settings(Map.of(key, value))).rootCause().hasMessageContaining(key);
    }

    @Test
    void aMisspeltVariableStopsTheStart() {
        assertThatThrownBy(() -> settings(environment(Map.of("ORDERS_CONFIRM_WITHN", "2h"))))
                .rootCause()
                .hasMessageContaining("ORDERS_CONFIRM_WITHN");
    }

    @Test
    void othersSettingsAreTheirs() {
        assertThatCode(() ->
                        settings(Map.of("orders-api.url", "x", "order.id", "x", "orders", "x", "mystreams.a", "x")))
                .doesNotThrowAnyException();
    }

    private static OrderEventsSettings settings(Map<String, Object> properties) {
        return settings(PropertySource.of("test", properties));
    }

    private static PropertySource environment(Map<String, Object> variables) {
        return PropertySource.of(
                "test",
                variables,
                PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("test"));
    }

    private static OrderEventsSettings settings(PropertySource properties) {
        try (ApplicationContext context = ApplicationContext.builder(WithoutTheLog.ENVIRONMENT)
                .deduceEnvironment(false)
                .properties(Map.of("saga.enabled", false, "datasources.default.enabled", false))
                .propertySources(properties)
                .start()) {
            return context.getBean(OrderEventsSettings.class);
        }
    }
}
