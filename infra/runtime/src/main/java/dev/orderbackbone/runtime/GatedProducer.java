package dev.orderbackbone.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer whose transactions begin at a gate. */
final class GatedProducer extends KafkaProducer<byte[], byte[]> {
    private final TransactionGate gate;
    private final AtomicBoolean isInside = new AtomicBoolean();

    GatedProducer(Map<String, Object> properties, TransactionGate gate) {
        super(properties, new ByteArraySerializer(), new ByteArraySerializer());
        this.gate = gate;
    }

    @Override
    public void beginTransaction() {
        gate.enter();
        isInside.set(true);
        try {
            super.beginTransaction();
        } catch (RuntimeException failure) {
            leave();
            throw failure;
        }
    }

    /** One that fails may be committed all the same: it stays inside until it is aborted, or the producer closed. */
    @Override
    public void commitTransaction() {
        super.commitTransaction();
        leave();
    }

    @Override
    public void abortTransaction() {
        super.abortTransaction();
        leave();
    }

    @Override
    public void close(Duration timeout) {
        try {
            super.close(timeout);
        } finally {
            leave();
        }
    }

    private void leave() {
        if (isInside.getAndSet(false)) {
            gate.leave();
        }
    }
}
