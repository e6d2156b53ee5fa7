package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own, which begins what it is asked for, says so, and never ends it. */
public final class DyingWorker {
    private DyingWorker() {}

    /** Argument: where Kafka is. */
    public static void main(String[] arguments) throws InterruptedException {
        EffectSettings patient = new EffectSettings(4, 128, 1024, Duration.ofSeconds(15), Duration.ofSeconds(1));
        KafkaSettings kafka = new KafkaSettings(arguments[0], Map.of());
        EffectWorker.start(CallLog.topology(new NeverEnding(), EffectListener.NONE), patient, kafka);
        new CountDownLatch(1).await();
    }

    private static final class NeverEnding implements Effect<GatewayCall> {
        @Override
        public Instant deadlineOf(GatewayCall request) {
            return request.answerBy();
        }

        @Override
        public Message perform(GatewayCall request, Delivery delivery) throws InterruptedException {
            System.out.println("begun " + request.meta().orderId());
            new CountDownLatch(1).await();
            return CallLog.approved(request);
        }
    }
}
