package dev.orderbackbone.runtime;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.runtime.EffectListener.Outcome;
import dev.orderbackbone.schemas.registry.RegistryException;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.UndecodableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deals with one delivered request, from its bytes to its answer in the log.
 *
 * @param type the requests that the topic carries.
 */
record EffectRun<Q extends Message>(
        Class<Q> type, Effect<Q> effect, MessageDeserializer deserializer, AnswerWriter writer, InstantSource clock) {
    private static final Logger log = LoggerFactory.getLogger(EffectRun.class);
    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);

    /** What becomes of the request; never fails. */
    CompletionStage<Outcome> of(ConsumerRecord<byte[], byte[]> record, Delivery delivery) {
        try {
            return requestIn(record, delivery);
        } catch (UndecodableException undecodable) {
            ParkReason reason = undecodable.reason() == UndecodableException.Reason.UNKNOWN_TYPE
                    ? ParkReason.UNKNOWN_TYPE
                    : ParkReason.UNDECODABLE;
            return parked(record, reason, String.valueOf(undecodable.getMessage()));
        } catch (InterruptedException closing) {
            return CompletableFuture.completedStage(Outcome.RELEASED);
        } catch (RuntimeException | StackOverflowError | AssertionError defect) {
            log.error("the effect failed on {}, which stays without an answer", where(record), defect);
            return CompletableFuture.completedStage(Outcome.FAILED);
        }
    }

    private CompletionStage<Outcome> requestIn(ConsumerRecord<byte[], byte[]> record, Delivery delivery)
            throws InterruptedException {
        Message message = decoded(record);
        if (!type.isInstance(message)) {
            return parked(record, ParkReason.WRONG_TOPIC, message.getClass().getSimpleName() + " is no request");
        }
        Q request = type.cast(message);
        if (clock.instant().isAfter(effect.deadlineOf(request))) {
            return CompletableFuture.completedStage(Outcome.EXPIRED);
        }
        Message answer = effect.perform(request, delivery);
        return answer == null
                ? CompletableFuture.completedStage(Outcome.EXPIRED)
                : written(record, writer.answer(record, answer), Outcome.ANSWERED);
    }

    /** A registry that does not answer says nothing about the bytes: it is waited for. */
    private Message decoded(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        while (true) {
            try {
                return deserializer.deserialize(record.value());
            } catch (RegistryException unavailable) {
                log.warn("waiting for the registry to decode {}: {}", where(record), unavailable.getMessage());
                Thread.sleep(REGISTRY_PAUSE);
            }
        }
    }

    private CompletionStage<Outcome> parked(ConsumerRecord<byte[], byte[]> record, ParkReason reason, String error) {
        log.warn("parking {}: {}", where(record), error);
        return written(record, writer.park(record, reason, error, clock.instant()), Outcome.PARKED);
    }

    private static CompletionStage<Outcome> written(
            ConsumerRecord<byte[], byte[]> record, CompletionStage<Void> write, Outcome outcome) {
        return write.handle((nothing, failure) -> {
            if (failure == null) {
                return outcome;
            }
            log.error("what came of {} could not be written down", where(record), failure);
            return Outcome.RELEASED;
        });
    }

    private static String where(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
