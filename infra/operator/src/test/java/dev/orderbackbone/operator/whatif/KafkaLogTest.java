package dev.orderbackbone.operator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.history.InstalledHistory;
import dev.orderbackbone.orderevents.domain.SagaSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaLogTest {
    @RegisterExtension
    static final InstalledHistory INSTALLED = new InstalledHistory();

    private static final ServiceCheck SAGA = Checks.orders(new SagaDecider(SagaSettings.STANDARD));

    @Test
    void readsThePartitionsThatAreWantedAndKnowsWhatIsDecided() throws InterruptedException {
        KafkaLog log = KafkaLog.of(INSTALLED.endpoints().kafkaProperties(), List.of(SAGA), null);
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        log.readInputs(SAGA.inputs(), any -> true, false, all::add);
        List<ConsumerRecord<byte[], byte[]>> first = new ArrayList<>();
        log.readInputs(SAGA.inputs(), partition -> partition == 0, false, first::add);

        assertThat(log.partitionsOf(Topics.ORDERS_INTAKE)).isGreaterThan(1);
        assertThat(log.isCutOff(SAGA.inputs())).isFalse();
        assertThat(all).isNotEmpty();
        assertThat(all)
                .allMatch(record ->
                        log.isDecided(SAGA.service(), Logged.of(record).place()));
        assertThat(first)
                .hasSizeLessThan(all.size())
                .hasSameSizeAs(
                        all.stream().filter(record -> record.partition() == 0).toList());
        assertThat(log.isDecided("nobody", Logged.of(all.getFirst()).place())).isFalse();
    }

    /** The history is made up and no decider made it, so there are differences; none of its inputs is overlooked. */
    @Test
    void everyInputOfTheLogIsComparedOrCounted() throws InterruptedException {
        KafkaLog log = KafkaLog.of(INSTALLED.endpoints().kafkaProperties(), List.of(SAGA), null);
        MessageDeserializer deserializer = MessageDeserializer.create(INSTALLED.registry());
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        log.readInputs(SAGA.inputs(), any -> true, false, all::add);

        ServiceFindings findings =
                Checks.run(SAGA, log, deserializer, new Selection(Set.of(), Set.of(), null, null), 10);

        long counted = findings.notComparable().entrySet().stream()
                .filter(entry ->
                        entry.getKey() != Reason.CAUSE_UNKNOWN && entry.getKey() != Reason.DEADLINE_NOT_RECORDED)
                .mapToLong(entry -> entry.getValue())
                .sum();
        assertThat(findings.inputs() + counted).isEqualTo(all.size());
        assertThat(findings.differing()).isPositive();
    }
}
