package dev.orderbackbone.local;

import java.nio.file.Path;

/** The broker's settings, for one node on a small machine. */
final class KafkaSettings {

    private KafkaSettings() {}

    static String of(KafkaBroker broker, Path logs) {
        int port = broker.port().port();
        int controllerPort = broker.controllerPort().port();
        return """
                # Written at each start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                log.dirs=%3$s

                # Topics are made by the deployment, from the one catalogue.
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                # Unless a topic says otherwise nothing is thrown away.
                log.retention.ms=-1
                log.segment.bytes=134217728
                log.index.size.max.bytes=2097152

                # Internal topics: no copies, and few partitions, as each of them costs at start and at first use.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4

                # Groups start at once.
                group.initial.rebalance.delay.ms=0

                # A broker that was killed is let in again when its old session has ended.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500

                # Nobody looks at this broker by JMX.
                metric.reporters=

                # Threads and buffers for few cores.
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=2
                group.coordinator.threads=1
                transaction.state.log.load.buffer.size=1048576
                offsets.load.buffer.size=1048576
                log.cleaner.dedupe.buffer.size=16777216
                log.cleaner.io.buffer.size=262144
                """.formatted(port, controllerPort, propertyValue(logs));
    }

    private static String propertyValue(Path path) {
        return path.toString().replace("\\", "\\\\");
    }
}
