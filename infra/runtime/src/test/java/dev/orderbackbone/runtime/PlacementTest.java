package dev.orderbackbone.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final String TOPIC = Topics.ORDERS_INTAKE.name();
    private static final int PARTITIONS = 12;

    private final Placement placement = new Placement(Map.of(TOPIC, PARTITIONS));

    @Test
    void acceptsWhereAJavaProducerPutsAKeyAndNowhereElse() {
        for (int order = 0; order < 1_000; order++) {
            byte[] key = ("order-" + order).getBytes(UTF_8);
            int right = BuiltInPartitioner.partitionForKey(key, PARTITIONS);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String fault = placement.faultOf(TOPIC, partition, key);
                if (partition == right) {
                    assertThat(fault).isNull();
                } else {
                    assertThat(fault).contains("belongs to partition " + right);
                }
            }
        }
    }

    @Test
    void acceptsNoRecordWithoutAKey() {
        assertThat(placement.faultOf(TOPIC, 0, null)).contains("no key");
    }

    @Test
    void saysNothingOfTopicsWhosePartitionsItDoesNotKnow() {
        assertThat(placement.faultOf("another", 5, "order".getBytes(UTF_8))).isNull();
    }

    @Test
    void goesThroughTheSettingsOfKafkaStreams() {
        Map<String, Object> settings = new HashMap<>(placement.properties());
        settings.put("application.id", "order-events");

        assertThat(Placement.of(settings)).isEqualTo(placement);
    }
}
