package dev.orderbackbone.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.EventIds;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.payment.VoidPayment;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.deploy.TopicDeployment;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Topics that were created a moment ago can be written to at once: the deployment waits for their leaders. */
class FreshTopicsTest {
    private static final int PARTITIONS = 4;

    @RegisterExtension
    static final TestKafka KAFKA = TestKafka.withPartitions(PARTITIONS);

    @Test
    void everyPartitionOfEveryTopicTakesRecordsAtOnce() {
        for (Topic topic : Topics.ALL) {
            for (int partition = 0; partition < topic.partitions(PARTITIONS); partition++) {
                KAFKA.send(new ProducerRecord<>(topic.name(), partition, new byte[] {1}, new byte[] {2}));
            }
        }
        for (Topic topic : Topics.ALL) {
            assertThat(KAFKA.read(topic)).as(topic.name()).hasSizeGreaterThanOrEqualTo(topic.partitions(PARTITIONS));
        }
    }

    @Test
    void messagesComeBackAsTheyWereSent() {
        UUID id = EventIds.root(Instant.EPOCH, new UUID(1, 2));
        VoidPayment sent = new VoidPayment(new Meta(id, "order", 0, Instant.EPOCH, id, "shop"), "why");
        byte[] bytes = KAFKA.serializer().serialize(sent);

        assertThat(KAFKA.deserializer().deserialize(bytes)).isEqualTo(sent);
    }

    @Test
    void aSecondDeploymentCreatesNothing() throws Exception {
        try (Admin admin = KAFKA.admin()) {
            assertThat(new TopicDeployment(admin, PARTITIONS, (short) 1).createMissing(Duration.ofSeconds(10)))
                    .isEmpty();
        }
    }

    @Test
    void whoDoesNotKnowTheNumberOfPartitionsCanAsk() throws Exception {
        try (Admin admin = KAFKA.admin()) {
            assertThat(TopicDeployment.partitionsOf(admin)).hasValue(PARTITIONS);
        }
    }

    @Test
    void anotherNumberOfPartitionsIsRefused() throws Exception {
        try (Admin admin = KAFKA.admin()) {
            TopicDeployment other = new TopicDeployment(admin, PARTITIONS + 1, (short) 1);
            assertThatThrownBy(() -> other.createMissing(Duration.ofSeconds(10)))
                    .hasMessageContaining("has 4 partitions, but 5 are asked for");
        }
    }
}
