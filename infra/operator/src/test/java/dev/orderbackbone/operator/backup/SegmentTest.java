package dev.orderbackbone.operator.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.backup.Manifest.PartitionEntry;
import dev.orderbackbone.operator.backup.Manifest.SegmentEntry;
import dev.orderbackbone.operator.backup.PartitionSource.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTest {
    /** A gap of one, a gap of three, and one at the end. */
    private static final List<Long> OFFSETS = List.of(7L, 8L, 10L, 11L, 15L);

    private static final long CUT = 17;
    private static final int MUCH = 200 * 1024;

    @TempDir
    Path root;

    private BackupFolder folder = new BackupFolder(Path.of(""));
    private SegmentEntry entry = new SegmentEntry("", 0, 0, 0, 0, "");

    @BeforeEach
    void write() throws IOException {
        folder = new BackupFolder(root);
        entry = segment("data/topic-0/00000000000000000007.log", OFFSETS);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThatCode(() -> new Segment(folder.file(entry), entry).check()).doesNotThrowAnyException();
        List<StoredRecord> read = new ArrayList<>();
        List<Long> gaps = new ArrayList<>();
        try (PartitionSource source = source(entry)) {
            assertThat(source.gapBefore()).isEqualTo(7);
            while (source.hasNext()) {
                Run run = source.next();
                read.addAll(run.records());
                gaps.add(run.gap());
            }
        }
        assertThat(read).extracting(StoredRecord::offset).isEqualTo(OFFSETS);
        assertThat(gaps).containsExactly(1L, 3L, 1L);
        assertThat(read).allSatisfy(record -> {
            assertThat(record.value()).isEqualTo(value(record.offset()));
            assertThat(record.timestamp()).isEqualTo(record.offset() * 1_000);
            assertThat(record.headers())
                    .singleElement()
                    .satisfies(header -> assertThat(header.key()).isEqualTo("h"));
        });
        assertThat(read.getFirst().key()).isNull();
    }

    @Test
    void segmentsOfSeveralBackupsAreOnePartition() throws IOException {
        SegmentEntry more = segment("data/topic-0/00000000000000000020.log", List.of(20L, 21L));

        try (PartitionSource source =
                new PartitionSource(folder, "topic", new PartitionEntry(0, 22, List.of(entry, more)))) {
            long gap = source.gapBefore();
            List<Long> gaps = new ArrayList<>(List.of(gap));
            while (source.hasNext()) {
                gaps.add(source.next().gap());
            }
            assertThat(gaps).containsExactly(7L, 1L, 3L, 4L, 0L);
        }
    }

    @Test
    void aPartitionWithoutRecordsIsOneGap() throws IOException {
        try (PartitionSource source = new PartitionSource(folder, "topic", new PartitionEntry(0, 9, List.of()))) {
            assertThat(source.gapBefore()).isEqualTo(9);
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void isDamagedIfItIsTruncated() throws IOException {
        Path file = folder.file(entry);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) entry.bytes() - 5));

        assertThatThrownBy(() -> new Segment(file, entry).check())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("00000000000000000007.log is damaged at byte ")
                .hasMessageContaining("records from offset 1")
                .hasMessageContaining("ends within a batch");
    }

    @Test
    void isDamagedIfABatchIsMissingAtItsEnd() {
        SegmentEntry longer = new SegmentEntry(entry.file(), 7, 16, entry.records() + 1, entry.bytes(), entry.sha256());

        assertThatThrownBy(() -> new Segment(folder.file(longer), longer).check())
                .hasMessageContaining("damaged at byte " + entry.bytes() + " (records from offset 16 on)")
                .hasMessageContaining("ends after 5 of 6 records");
    }

    @Test
    void isDamagedWhereverAByteIsAltered() throws IOException {
        Path file = folder.file(entry);
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(1);
        LongStream positions = LongStream.concat(
                LongStream.range(0, 61), // the head of the first batch, byte by byte
                LongStream.generate(() -> random.nextInt(sound.length)).limit(100));
        positions.forEach(position -> {
            byte[] altered = sound.clone();
            altered[(int) position] ^= 0x11;
            assertThatThrownBy(() -> {
                        Files.write(file, altered);
                        new Segment(file, entry).check();
                    })
                    .as("byte " + position)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("is damaged at byte ");
        });
    }

    @Test
    void isMissed() throws IOException {
        Files.delete(folder.file(entry));

        assertThatThrownBy(() -> new Segment(folder.file(entry), entry).check())
                .hasMessageContaining("00000000000000000007.log is missing")
                .hasMessageContaining("records from offset 7 on");
    }

    private SegmentEntry segment(String name, List<Long> offsets) throws IOException {
        try (SegmentWriter writer = new SegmentWriter(folder, name, offsets.getFirst())) {
            offsets.forEach(offset -> writer.append(record(offset)));
            return writer.finish();
        }
    }

    private PartitionSource source(SegmentEntry segment) {
        return new PartitionSource(folder, "topic", new PartitionEntry(0, CUT, List.of(segment)));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        byte[] key = offset == OFFSETS.getFirst() ? null : ("key-" + offset).getBytes(UTF_8);
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "topic",
                0,
                offset,
                offset * 1_000,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                MUCH,
                key,
                value(offset),
                new RecordHeaders(),
                Optional.empty());
        record.headers().add("h", new byte[] {1});
        return record;
    }

    private static byte[] value(long offset) {
        byte[] value = new byte[MUCH];
        new Random(offset).nextBytes(value);
        return value;
    }
}
