package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.order.Charge;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts bytes, not time, so the result is the same on a busy machine. */
class AllocationTest {
    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 1_000;
    private static final int ROUNDS = 5;

    /** One object that collects the items of a list with three items or more; see {@code ListValue}. */
    private static final long LIST_OF_THREE_COLLECTED_BYTES = 16 + 3 * 4 + 4;

    private static final Map<String, byte[]> UTF8 = new HashMap<>();

    @SuppressWarnings("UnusedVariable") // what it holds the compiler cannot leave out
    private static volatile @Nullable Object sink;

    private final InMemorySchemaRegistry registry = InMemorySchemaRegistry.withContract();
    private final MessageSerializer serializer = MessageSerializer.create(registry);
    private final MessageDeserializer deserializer = MessageDeserializer.create(registry);

    @Test
    void serializingAllocatesTheBytesAndNothingElse() {
        OrderPlaced order = Orders.withLines(3);
        byte[] bytes = serializer.serialize(order);

        long allocated = bytesPerCall(() -> serializer.serialize(order));

        assertThat(allocated).isEqualTo(bytesPerCall(() -> Arrays.copyOf(bytes, bytes.length)));
    }

    @Test
    void deserializingAllocatesTheRecordAndTheArrayThatCollectsItsLines() {
        OrderPlaced order = Orders.withLines(3);
        byte[] bytes = serializer.serialize(order);

        long allocated = bytesPerCall(() -> deserializer.deserialize(bytes));

        assertThat(allocated).isEqualTo(bytesPerCall(() -> copy(order)) + LIST_OF_THREE_COLLECTED_BYTES);
    }

    @Test
    void deserializingAListOfTwoAllocatesTheRecordAndNothingElse() {
        OrderPlaced order = Orders.withLines(2);
        byte[] bytes = serializer.serialize(order);

        long allocated = bytesPerCall(() -> deserializer.deserialize(bytes));

        assertThat(allocated).isEqualTo(bytesPerCall(() -> copy(order)));
    }

    /** The least of several rounds, should the compiler be late for the first. */
    private static long bytesPerCall(Supplier<Object> call) {
        repeat(WARM_UP, call);
        return LongStream.range(0, ROUNDS)
                        .map(round -> bytesOfOneRound(call))
                        .min()
                        .orElseThrow()
                / MEASURED;
    }

    private static long bytesOfOneRound(Supplier<Object> call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(MEASURED, call);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void repeat(int times, Supplier<Object> call) {
        for (int count = 0; count < times; count++) {
            sink = call.get();
        }
    }

    /** An equal order that shares nothing with the first: the least that anybody who reads it must allocate. */
    private static Message copy(OrderPlaced order) {
        return new OrderPlaced(
                copy(order.meta()),
                copy(order.idempotencyKey()),
                order.contentHash(),
                copyOrNull(order.customerId()),
                order.contact() == null
                        ? null
                        : new Contact(
                                copyOrNull(order.contact().name()),
                                copyOrNull(order.contact().email())),
                copyOrNull(order.country()),
                copy(order.currency()),
                copyLines(order.lines()),
                List.of(new Charge(
                        copy(order.charges().getFirst().code()),
                        null,
                        order.charges().getFirst().amountMinor())),
                order.totalMinor(),
                copy(order.orderedAt()),
                copy(order.confirmBy()));
    }

    private static Meta copy(Meta meta) {
        return new Meta(
                copy(meta.eventId()),
                copy(meta.orderId()),
                meta.sequence(),
                copy(meta.occurredAt()),
                copy(meta.causationId()),
                copy(meta.storeId()));
    }

    private static List<OrderLine> copyLines(List<OrderLine> lines) {
        return lines.size() == 2
                ? List.of(copy(lines.get(0)), copy(lines.get(1)))
                : List.of(copy(lines.get(0)), copy(lines.get(1)), copy(lines.get(2)));
    }

    private static OrderLine copy(OrderLine line) {
        return new OrderLine(
                line.lineNumber(),
                copy(line.sku()),
                copyOrNull(line.description()),
                line.quantity(),
                line.unitPriceMinor(),
                copy(line.location()));
    }

    private static Instant copy(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }

    private static UUID copy(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static @Nullable String copyOrNull(@Nullable String text) {
        return text == null ? null : copy(text);
    }

    private static String copy(String text) {
        return new String(UTF8.computeIfAbsent(text, AllocationTest::utf8), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
