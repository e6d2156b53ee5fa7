package dev.orderbackbone.notification.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.notification.Milestone;
import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.notification.domain.Given;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.notification.domain.NotificationRules;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationTopologyTest {
    @TempDir
    private Path stateDir;

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final Given given = new Given();
    private MessageSerializer serializer;
    private MessageDeserializer deserializer;
    private Topology topology;
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        SchemaDeployment.registerAll(registry);
        serializer = MessageSerializer.create(registry);
        deserializer = MessageDeserializer.create(registry);
        topology = NotificationTopology.of(
                        new NotificationDecider(NotificationRules.DEFAULT),
                        deserializer,
                        serializer,
                        Duration.ofMillis(250),
                        DecisionListener.NONE)
                .build();
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(topology, properties, Given.NOON);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void readsTheEventsOfOrdersAndPaymentsItsOwnResultsAndOperatorsCommands() {
        assertThat(topology.describe().toString()).isEqualTo("""
                Topologies:
                   Sub-topology: 0
                    Source: from-notification-sender.redrive.v1 (topics: [notification-sender.redrive.v1])
                      --> decide
                    Source: from-notifications.commands.v1 (topics: [notifications.commands.v1])
                      --> decide
                    Source: from-notifications.events.v1 (topics: [notifications.events.v1])
                      --> decide
                    Source: from-orders.events.v1 (topics: [orders.events.v1])
                      --> decide
                    Source: from-payments.events.v1 (topics: [payments.events.v1])
                      --> decide
                    Processor: decide (stores: [correspondences, parked-lines, tally, parked-records])
                      --> to-notification-sender.parked.v1, to-notifications.events.v1, to-notifications.requests.v1
                      <-- from-orders.events.v1, from-payments.events.v1, from-notifications.events.v1, from-notifications.commands.v1, from-notification-sender.redrive.v1
                    Sink: to-notification-sender.parked.v1 (topic: notification-sender.parked.v1)
                      <-- decide
                    Sink: to-notifications.events.v1 (topic: notifications.events.v1)
                      <-- decide
                    Sink: to-notifications.requests.v1 (topic: notifications.requests.v1)
                      <-- decide

                """);
    }

    @Test
    void asksForAMessagePerMilestoneAndAgainWhenNoResultComes() {
        pipe(given.placed());
        pipe(given.confirmed());
        NotificationRequested request = readRequest();
        assertThat(request.milestone()).isEqualTo(Milestone.CONFIRMED);

        driver.advanceWallClockTime(NotificationRules.DEFAULT.askAgainAfter());
        assertThat(readRequest().attempt()).isEqualTo(2);

        pipe(given.sent(request));
        driver.advanceWallClockTime(Duration.ofDays(1));
        assertThat(requests().isEmpty()).isTrue();
    }

    @Test
    void sendsOnceMoreWhatAnOperatorWants() {
        pipe(given.placed());
        pipe(given.confirmed());
        NotificationRequested first = readRequest();
        pipe(given.sent(first));
        pipe(given.resend(Milestone.CONFIRMED, "", "4711"));

        assertThat(readRequest().messageId()).isEqualTo(first.messageId() + ".resend-4711");
    }

    private void pipe(Message message) {
        Topic topic = Topics.of(message.getClass());
        TestInputTopic<String, Message> input =
                driver.createInputTopic(topic.name(), Serdes.String().serializer(), serializer);
        input.pipeInput(Given.ORDER, message);
    }

    private NotificationRequested readRequest() {
        return (NotificationRequested) requests().readValue();
    }

    private TestOutputTopic<String, Message> requests() {
        return driver.createOutputTopic(
                Topics.NOTIFICATIONS_REQUESTS.name(), Serdes.String().deserializer(), deserializer);
    }
}
