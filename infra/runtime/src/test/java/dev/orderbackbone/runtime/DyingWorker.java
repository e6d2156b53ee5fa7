package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.payment.GatewayCall;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own, which approves what is quick; everything else it begins, says so, and never ends. */
public final class DyingWorker {
    private DyingWorker() {}

    /** Argument: where Kafka is. */
    public static void main(String[] arguments) throws InterruptedException {
        KafkaSettings kafka = new KafkaSettings(arguments[0], Map.of());
        EffectWorker.start(CallLog.topology(new NeverEnding(), EffectListener.NONE), EffectSettings.usual(), kafka);
        new CountDownLatch(1).await();
    }

    private static final class NeverEnding implements Effect<GatewayCall> {
        @Override
        public Instant deadlineOf(GatewayCall request) {
            return request.answerBy();
        }

        @Override
        public Message perform(GatewayCall request, Delivery delivery) throws InterruptedException {
            if (CallLog.orderOf(request).contains("quick")) {
                return CallLog.approved(request);
            }
            System.out.println("begun " + request.meta().orderId());
            new CountDownLatch(1).await();
            return CallLog.approved(request);
        }
    }
}
