package dev.orderbackbone.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final AtomicLong now = new AtomicLong();
    private final ThreadReplacement replacement = new ThreadReplacement(now::get);

    @Test
    void theFirstIsReplacedAtOnceAndThoseThatFollowLaterAndLater() {
        List<Long> pauses = IntStream.range(0, 9)
                .mapToObj(_ -> replacement.pause().toSeconds())
                .toList();

        assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void afterCalmMinutesItBeginsAnew() {
        replacement.pause();
        replacement.pause();

        now.addAndGet(Duration.ofMinutes(2).plusNanos(1).toNanos());

        assertThat(replacement.pause()).isZero();
        assertThat(replacement.pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoStopsTheServiceNeedNotWaitForAFailedThread() throws Exception {
        IntStream.range(0, 7).forEach(_ -> replacement.pause());
        CompletableFuture<StreamThreadExceptionResponse> failed =
                CompletableFuture.supplyAsync(() -> replacement.handle(new IllegalStateException("disk full")));

        replacement.close();

        assertThat(failed.get(20, TimeUnit.SECONDS)).isEqualTo(REPLACE_THREAD);
    }
}
