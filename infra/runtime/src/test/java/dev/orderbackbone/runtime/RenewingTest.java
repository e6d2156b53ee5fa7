package dev.orderbackbone.runtime;

import static dev.orderbackbone.runtime.CallLog.calls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why {@link EffectLane} does not renew slow requests. When this fails, a newer Kafka lets it: then it should. */
class RenewingTest {
    private static final String GROUP = "renewing";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @Test
    void oneRenewedRecordHoldsUpAllOthersOfItsConsumer() throws Exception {
        try (CallLog log = CallLog.start(folder);
                Admin admin = Admin.create(log.kafka().clientProperties());
                KafkaShareConsumer<byte[], byte[]> consumer = consumer(log.kafka())) {
            ShareGroupSettings.ensure(admin, GROUP);
            consumer.subscribe(List.of(Topics.PAYMENTS_CALLS.name()));
            log.ask(calls("first", 1));
            ConsumerRecord<byte[], byte[]> slow = next(consumer);
            consumer.acknowledge(slow, AcknowledgeType.RENEW);
            log.ask(calls("second", 40));

            assertThat(seenWhileRenewing(consumer)).containsExactly(where(slow));

            consumer.acknowledge(next(consumer), AcknowledgeType.ACCEPT);
            assertThat(where(next(consumer))).isNotEqualTo(where(slow));
        }
    }

    private static Set<String> seenWhileRenewing(KafkaShareConsumer<byte[], byte[]> consumer) {
        Set<String> seen = new HashSet<>();
        Instant end = Instant.now().plus(LONG_ENOUGH);
        while (Instant.now().isBefore(end)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                seen.add(where(record));
                assertThat(record.deliveryCount()).hasValue((short) 1);
                consumer.acknowledge(record, AcknowledgeType.RENEW);
            }
        }
        return seen;
    }

    private static ConsumerRecord<byte[], byte[]> next(KafkaShareConsumer<byte[], byte[]> consumer) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(deadline)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                return record;
            }
        }
        throw new AssertionError("nothing came");
    }

    private static KafkaShareConsumer<byte[], byte[]> consumer(KafkaSettings kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaShareConsumer<>(properties, bytes, bytes);
    }

    private static String where(ConsumerRecord<byte[], byte[]> record) {
        return record.partition() + "@" + record.offset();
    }
}
