package dev.orderbackbone.orderevents.adapter.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.orderevents.flow.ReadModelUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLookupsTest {
    private static final int LATER = 700;

    private final List<Collection<String>> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @Test
    void oneAloneIsLookedUpAlone() {
        SharedLookups lookups = new SharedLookups(ids -> {
            queries.add(ids);
            return Map.of("known", 7L);
        });

        assertThat(lookups.find("known")).hasValue(7L);
        assertThat(lookups.find("unknown")).isEmpty();
        assertThat(queries).containsExactly(List.of("known"), List.of("unknown"));
    }

    @Test
    void thoseWhoComeDuringAQueryShareTheNextOnes() throws Exception {
        SharedLookups lookups = new SharedLookups(this::heldUpOnce);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<OptionalLong> first = callers.submit(() -> lookups.find("0"));
            firstIsUnderWay.await();
            CountDownLatch came = new CountDownLatch(LATER);
            List<Future<OptionalLong>> later = IntStream.rangeClosed(1, LATER)
                    .mapToObj(id -> callers.submit(() -> {
                        came.countDown();
                        return lookups.find(Integer.toString(id));
                    }))
                    .toList();
            came.await();
            firstMayEnd.countDown();

            assertThat(first.get()).hasValue(0);
            for (int id = 1; id <= LATER; id++) {
                assertThat(later.get(id - 1).get(30, SECONDS)).hasValue(id);
            }
        }
        List<String> asked = new ArrayList<>();
        queries.forEach(asked::addAll);
        assertThat(asked).hasSize(LATER + 1).doesNotHaveDuplicates();
        assertThat(queries).hasSizeLessThan(LATER / 2);
    }

    @Test
    void aFailureIsThrownToAllWhoSharedIt() throws Exception {
        SharedLookups lookups = new SharedLookups(ids -> {
            heldUpOnce(ids);
            throw new ReadModelUnavailable(new IllegalStateException("down"));
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<OptionalLong>> all = IntStream.range(0, 10)
                    .mapToObj(id -> callers.submit(() -> lookups.find(Integer.toString(id))))
                    .toList();
            firstIsUnderWay.await();
            firstMayEnd.countDown();
            for (Future<OptionalLong> each : all) {
                assertThatThrownBy(() -> each.get(30, SECONDS)).hasCauseInstanceOf(ReadModelUnavailable.class);
            }
        }
    }

    private Map<String, Long> heldUpOnce(Collection<String> ids) {
        queries.add(ids);
        firstIsUnderWay.countDown();
        try {
            firstMayEnd.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        Map<String, Long> known = new HashMap<>();
        ids.forEach(id -> known.put(id, Long.valueOf(id)));
        return known;
    }
}
