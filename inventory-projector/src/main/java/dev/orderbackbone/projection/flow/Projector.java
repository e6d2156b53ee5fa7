package dev.orderbackbone.projection.flow;

import dev.orderbackbone.projection.flow.ProjectorState.Phase;
import dev.orderbackbone.schemas.registry.RegistryException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One projector: takes its share of the partitions, reads, applies, and begins anew from the stored positions whenever something fails.
 * {@link #run} belongs to one thread; everything else may be called by any.
 */
final class Projector implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Projector.class);

    private final int number;
    private final Workshop workshop;
    private final LogReader reader;
    private final Backoff backoff;
    private final UUID owner = UUID.randomUUID();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean hasStarted;
    private volatile ProjectorState state;

    Projector(int number, Workshop workshop) {
        this.number = number;
        this.workshop = workshop;
        this.backoff = new Backoff(workshop.settings().longestPause());
        this.state = new ProjectorState(Phase.STARTING, "", workshop.clock().instant());
        this.reader = LogReader.open(workshop.kafka(), "projector-" + number, workshop.settings());
    }

    ProjectorState state() {
        return state;
    }

    /** Asks the thread to end after the batch that it is at. */
    void stop() {
        stopping.countDown();
        reader.wakeup();
    }

    @Override
    public void run() {
        try (reader) {
            while (!isStopping()) {
                attempt();
            }
        } finally {
            enter(Phase.STOPPED, "");
        }
    }

    private void attempt() {
        try {
            ReadModel readModel = workshop.readModels().open();
            Map<TopicPartition, Long> positions = take(readModel);
            reader.seek(positions);
            enter(Phase.RUNNING, "");
            new Projecting(owner, number, workshop, reader, readModel, backoff).from(positions, this::isStopping);
        } catch (ShutOutException shutOut) {
            enter(Phase.STANDBY, String.valueOf(shutOut.getMessage()));
            pause(workshop.settings().heartbeat());
        } catch (ReadModelUnavailableException unavailable) {
            waitFor(Phase.WAITING_FOR_DATABASE, unavailable);
        } catch (RegistryException unavailable) {
            waitFor(Phase.WAITING_FOR_REGISTRY, unavailable);
        } catch (WakeupException | InterruptException stop) {
            log.debug("projector {} is asked to stop", number, stop);
        } catch (InvalidOffsetException missing) {
            waitFor(Phase.FAILED, missing);
        } catch (KafkaException unavailable) {
            waitFor(Phase.WAITING_FOR_KAFKA, unavailable);
        } catch (RuntimeException failure) {
            if (state.phase() != Phase.FAILED) {
                log.error("projector {} failed", number, failure);
            }
            waitFor(Phase.FAILED, failure);
        }
    }

    /** A projector that starts takes over; one that has failed since goes on only if nobody has taken over from it. */
    private Map<TopicPartition, Long> take(ReadModel readModel) {
        Map<TopicPartition, Long> beginnings =
                reader.assign(SourceTopics.ALL, number, workshop.settings().threads());
        Map<TopicPartition, Long> positions = hasStarted
                ? readModel.takeIfSilent(owner, beginnings, workshop.settings().takeover())
                : readModel.takeOver(owner, beginnings);
        hasStarted = true;
        return positions;
    }

    private void waitFor(Phase phase, RuntimeException failure) {
        enter(phase, String.valueOf(failure.getMessage()));
        pause(backoff.next());
    }

    private void enter(Phase phase, String detail) {
        if (state.phase() != phase || !state.detail().equals(detail)) {
            state = new ProjectorState(phase, detail, workshop.clock().instant());
            log.info("projector {}: {} {}", number, phase, detail);
        }
    }

    private void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("projector {} stops", number);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
